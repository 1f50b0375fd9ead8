package io.simbaerp.task.timing;

import io.simbaerp.company.CurrentCompany;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The reason a lapse gives. It stays on record, so it is written in the language of the company's country. */
@Component
class LapseReason {

    private final MessageSource messages;
    private final CurrentCompany currentCompany;

    LapseReason(MessageSource messages, CurrentCompany currentCompany) {
        this.messages = messages;
        this.currentCompany = currentCompany;
    }

    String of(TimeRule rule) {
        Locale language = currentCompany.get().country().equals("PL") ? Locale.forLanguageTag("pl") : Locale.ENGLISH;
        return messages.getMessage("timing.lapse-reason", new Object[] {rule.span()}, language);
    }
}
