package io.simbaerp.task.web;

import io.simbaerp.page.CurrentReader;
import io.simbaerp.page.Formats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** When something is due, in words a person plans with: "2 days late", "in 3 h", "Mon". */
@Component
class DueWords {

    /** Sorts after every day there is. */
    static final String NO_DAY = "9999-12-31";

    private final Clock clock;
    private final CurrentReader reader;
    private final Formats formats;
    private final TaskTexts texts;

    DueWords(Clock clock, CurrentReader reader, Formats formats, TaskTexts texts) {
        this.clock = clock;
        this.reader = reader;
        this.formats = formats;
        this.texts = texts;
    }

    /** How pressing it is; lists group by it, in this order. */
    enum Urgency {
        LATE,
        TODAY,
        THIS_WEEK,
        LATER,
        WHENEVER
    }

    /**
     * A due time as it is shown.
     *
     * @param state bad, warn or ok
     * @param when time or day beside the words
     */
    record Due(String state, String words, @Nullable String when) {}

    Urgency urgency(@Nullable Instant dueAt) {
        if (dueAt == null) {
            return Urgency.WHENEVER;
        }
        Instant now = clock.instant();
        if (dueAt.isBefore(now)) {
            return Urgency.LATE;
        }
        long days = ChronoUnit.DAYS.between(day(now), day(dueAt));
        if (days == 0) {
            return Urgency.TODAY;
        }
        return days <= 7 ? Urgency.THIS_WEEK : Urgency.LATER;
    }

    Due due(@Nullable Instant dueAt) {
        if (dueAt == null) {
            return new Due("ok", texts.text("task.due-whenever", ""), null);
        }
        return switch (urgency(dueAt)) {
            case LATE -> new Due("bad", late(dueAt), formats.day(day(dueAt)));
            case TODAY -> new Due("warn", soon(dueAt), formats.time(dueAt));
            default -> new Due("ok", weekday(day(dueAt)), formats.day(day(dueAt)));
        };
    }

    /** The day on which something is due, written as in a calendar; {@link #NO_DAY} for none. */
    String dueDay(String written) {
        if (written.equals(NO_DAY)) {
            return texts.text("task.due-whenever", "");
        }
        LocalDate day = LocalDate.parse(written);
        return weekday(day) + " " + formats.date(day);
    }

    /** How long something has been waiting: three days are too long, one is long. */
    Due age(Instant since) {
        Instant now = clock.instant();
        long days = ChronoUnit.DAYS.between(day(since), day(now));
        if (days > 0) {
            return new Due(days >= 3 ? "bad" : "warn", texts.text("task.age-days", "", days), null);
        }
        long hours = Math.max(0, Duration.between(since, now).toHours());
        return new Due("ok", texts.text("task.age-hours", "", hours), null);
    }

    private String late(Instant dueAt) {
        Instant now = clock.instant();
        long days = ChronoUnit.DAYS.between(day(dueAt), day(now));
        if (days == 0) {
            return texts.text(
                    "task.late-hours", "", Duration.between(dueAt, now).toHours());
        }
        return texts.text(days == 1 ? "task.late-day" : "task.late-days", "", days);
    }

    private String soon(Instant dueAt) {
        Duration left = Duration.between(clock.instant(), dueAt);
        return left.toHours() >= 1
                ? texts.text("task.in-hours", "", left.toHours())
                : texts.text("task.in-minutes", "", left.toMinutes());
    }

    private static String weekday(LocalDate day) {
        Locale language = LocaleContextHolder.getLocale();
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, language);
    }

    private LocalDate day(Instant instant) {
        ZoneId zone = reader.zone();
        return instant.atZone(zone).toLocalDate();
    }
}
