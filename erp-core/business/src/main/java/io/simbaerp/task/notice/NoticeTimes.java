package io.simbaerp.task.notice;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * When mail may come to a person, in the company's time zone.
 *
 * @param digestAt when what is collected goes out; after the quiet hours where it lies in them
 * @param quietFrom from when on nothing comes; with {@code quietUntil} or not at all, over midnight where it is the later
 * @param workingDaysOnly whether nothing comes on days on which the person doesn't work
 */
public record NoticeTimes(
        LocalTime digestAt,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietUntil,
        boolean workingDaysOnly) {

    /** For whoever chose nothing else. */
    public static final NoticeTimes USUAL =
            new NoticeTimes(LocalTime.of(8, 0), LocalTime.of(20, 0), LocalTime.of(6, 30), true);

    /** No calendar is free for longer. */
    private static final int MOST_DAYS = 60;

    /** The first moment from now on at which this may be told. */
    public ZonedDateTime from(ZonedDateTime now, NoticeWay way, Predicate<LocalDate> works) {
        return way == NoticeWay.DIGEST ? nextDigest(now, works) : nextMail(now, works);
    }

    private ZonedDateTime nextDigest(ZonedDateTime now, Predicate<LocalDate> works) {
        ZonedDateTime at = now.with(digestAt);
        if (!at.isAfter(now)) {
            at = at.plusDays(1);
        }
        ZonedDateTime next = afterQuiet(at);
        for (int day = 0; day < MOST_DAYS && !may(next, works); day++) {
            at = at.plusDays(1);
            next = afterQuiet(at);
        }
        return next;
    }

    private ZonedDateTime nextMail(ZonedDateTime now, Predicate<LocalDate> works) {
        ZonedDateTime at = afterQuiet(now);
        for (int day = 0; day < MOST_DAYS && !may(at, works); day++) {
            at = afterQuiet(at.plusDays(1).with(LocalTime.MIN));
        }
        return at;
    }

    private boolean may(ZonedDateTime at, Predicate<LocalDate> works) {
        return !workingDaysOnly || works.test(at.toLocalDate());
    }

    private ZonedDateTime afterQuiet(ZonedDateTime at) {
        if (quietFrom == null || quietUntil == null) {
            return at;
        }
        LocalTime time = at.toLocalTime();
        boolean overNight = quietFrom.isAfter(quietUntil);
        boolean before = time.isBefore(quietUntil);
        boolean after = !time.isBefore(quietFrom);
        if (overNight ? !before && !after : !before || !after) {
            return at;
        }
        return (overNight && after ? at.plusDays(1) : at).with(quietUntil);
    }
}
