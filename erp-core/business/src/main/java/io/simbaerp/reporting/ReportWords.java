package io.simbaerp.reporting;

import io.simbaerp.money.Money;
import io.simbaerp.page.Formats;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.reporting.ReportTable.Column;
import io.simbaerp.reporting.ReportTable.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Heads, facts and inputs of reports in the reader's language. */
@Component
public class ReportWords {

    private final RuleTexts texts;
    private final Formats formats;

    ReportWords(RuleTexts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    /** A word of the message files, after {@code reporting.}. */
    public String word(String key, Object... args) {
        return texts.message("reporting." + key, List.of(args));
    }

    /** The accounts whose codes begin with this digit, as the chart's page calls them. */
    public String group(String digit) {
        return texts.message("ledger.group." + digit, List.of());
    }

    public Column text(String name, String width) {
        return new Column(name, word("column." + name), null, Kind.TEXT, width);
    }

    public Column date(String name) {
        return new Column(name, word("column." + name), null, Kind.DATE, "w-date");
    }

    public Column figure(String name) {
        return new Column(name, word("column." + name), null, Kind.FIGURE, "w-figure");
    }

    public Column figure(String name, String label, @Nullable String group) {
        return new Column(name, label, group, Kind.FIGURE, "w-figure");
    }

    /** Between two days. */
    public String days(LocalDate from, LocalDate to) {
        return formats.date(from) + " – " + formats.date(to);
    }

    public String day(LocalDate day) {
        return formats.date(day);
    }

    /** A value as people read it: amounts without currency, changes in percent. */
    public String written(@Nullable Object value) {
        if (value instanceof Money money) {
            return formats.number(money);
        }
        if (value instanceof ReportTable.Hours hours) {
            return formats.number(hours.hours(), 1) + " h";
        }
        return value instanceof BigDecimal percent ? formats.number(percent, 1) + "%" : formats.value(value);
    }

    /** The name of a month and its year. */
    public String month(LocalDate day) {
        return formats.month(day);
    }

    /** What was known when, as a fact. */
    public String knownOn(Instant moment) {
        return word("known-on", moment);
    }

    /** The two days of a period as inputs. */
    public List<ReportInput> period(LocalDate from, LocalDate to) {
        return List.of(date("from", from.toString()), date("to", to.toString()));
    }

    public ReportInput date(String name, String value) {
        return ReportInput.of(name, word("input." + name), ReportInput.Kind.DATE, value);
    }

    /** The moment until which entries count. */
    public ReportInput known(ReportRequest request) {
        return ReportInput.of("known", word("input.known"), ReportInput.Kind.MOMENT, request.text("known", ""));
    }

    public ReportInput tick(ReportRequest request, String name) {
        return ReportInput.of(name, word("input." + name), ReportInput.Kind.TICK, String.valueOf(request.ticked(name)));
    }

    /** A choice among words of the message files. */
    public ReportInput choice(String name, String value, List<String> values) {
        return choiceOf(
                name,
                value,
                values.stream()
                        .map(option ->
                                new ReportInput.Option(option, word(name + "." + (option.isEmpty() ? "none" : option))))
                        .toList());
    }

    public ReportInput choiceOf(String name, String value, List<ReportInput.Option> options) {
        return ReportInput.choice(name, word("input." + name), value, options);
    }
}
