package io.simbaerp.page;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts rules and events into words, in the reader's language: the one place where a key becomes a sentence. */
@Component("ruleTexts")
public class RuleTexts {

    private final MessageSource messages;
    private final Formats formats;

    RuleTexts(MessageSource messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** The sentence of a rule, {@code rule.<key>} of the message files; the key itself where words are missing. */
    public String rule(String rule, List<? extends Object> args) {
        return message("rule." + rule, args);
    }

    /** The sentence of a business event, {@code event.<name>}. */
    public String event(String event) {
        return message("event." + event, List.of());
    }

    /** Any message; amounts, dates and instants among its arguments are written as everywhere. */
    public String message(String key, List<? extends Object> args) {
        return message(key, args, LocaleContextHolder.getLocale());
    }

    /** For a form that is shown again. */
    public FormProblem problem(RuleViolation violation) {
        return new FormProblem(violation.rule(), violation.field(), rule(violation.rule(), violation.args()));
    }

    String message(String key, List<? extends Object> args, Locale language) {
        String found = messages.getMessage(key, args.stream().map(this::written).toArray(), key, language);
        return found == null ? key : found;
    }

    private Object written(Object arg) {
        if (arg instanceof Money money) {
            return formats.money(money);
        }
        if (arg instanceof LocalDate date) {
            return formats.date(date);
        }
        if (arg instanceof Instant instant) {
            return formats.instant(instant);
        }
        return arg instanceof Integer || arg instanceof Long ? arg : String.valueOf(arg);
    }
}
