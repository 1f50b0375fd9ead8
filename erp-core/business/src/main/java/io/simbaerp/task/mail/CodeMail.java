package io.simbaerp.task.mail;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.page.RuleTexts;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The mail with the code that shows whose address it is. */
@Component
class CodeMail implements MailWriter {

    private final Codes codes;
    private final RuleTexts texts;
    private final MailPress press;

    CodeMail(Codes codes, RuleTexts texts, MailPress press) {
        this.codes = codes;
        this.texts = texts;
        this.press = press;
    }

    /** The codes that wait to be entered. */
    @Query(Duty.BELONG_TO_COMPANY)
    static class Codes {

        private final MailAddresses addresses;

        Codes(MailAddresses addresses) {
            this.addresses = addresses;
        }

        public Optional<String> of(DueMail mail) {
            return addresses.code(mail.person());
        }
    }

    @Override
    public boolean writes(DueMail.Purpose purpose) {
        return purpose == DueMail.Purpose.CODE;
    }

    @Override
    public Optional<Mail.Content> write(DueMail mail) {
        return codes.of(mail)
                .map(code -> press.print(
                        word("mail.code-subject"),
                        new MailPage(
                                word("mail.code-subject"),
                                List.of(new MailPage.Item(
                                        word("mail.code-text"),
                                        word("mail.code-title"),
                                        List.of(new MailPage.Fact(word("mail.code"), code)),
                                        null,
                                        List.of())),
                                word("mail.code-footer"),
                                null)));
    }

    private String word(String key) {
        return texts.message(key, List.of());
    }
}
