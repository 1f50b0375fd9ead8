package io.simbaerp.task.mail;

import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.identity.Memberships;
import io.simbaerp.identity.PersonReaders;
import io.simbaerp.page.CurrentReader;
import io.simbaerp.page.PageReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes mail as the person who gets it, in their language: it says what they may see at this moment and nothing else. */
@Component
class PersonalMail {

    private final Memberships memberships;
    private final CurrentActor currentActor;
    private final CurrentReader currentReader;
    private final List<MailWriter> writers;
    private final Reach reach;

    PersonalMail(
            Memberships memberships,
            CurrentActor currentActor,
            CurrentReader currentReader,
            List<MailWriter> writers,
            Reach reach) {
        this.memberships = memberships;
        this.currentActor = currentActor;
        this.currentReader = currentReader;
        this.writers = writers;
        this.reach = reach;
    }

    /** Where mail reaches whoever acts, and how they read. */
    @Query(Duty.BELONG_TO_COMPANY)
    static class Reach {

        private final MailAddresses addresses;
        private final PersonReaders readers;

        Reach(MailAddresses addresses, PersonReaders readers) {
            this.addresses = addresses;
            this.readers = readers;
        }

        public Optional<MailAddresses.Address> address(DueMail mail) {
            return addresses
                    .of(mail.person())
                    .filter(found -> found.confirmed() || mail.purpose() == DueMail.Purpose.CODE);
        }

        public PageReader reader(DueMail mail) {
            return readers.of(mail.person());
        }
    }

    /** Nothing where nobody is to get it any more. */
    Optional<Mail> write(CompanyId company, DueMail mail) {
        return memberships
                .acting(mail.person(), company)
                .filter(acting -> acting.may(Duty.BELONG_TO_COMPANY))
                .flatMap(acting ->
                        currentActor.as(acting, () -> reach.address(mail).flatMap(address -> content(mail)
                                // A code is for the address it was made for: not if another was given meanwhile.
                                .filter(content -> reach.address(mail)
                                        .filter(address::equals)
                                        .isPresent())
                                .map(content -> new Mail(mail.ids().get(0), address.address(), "notices", content)))));
    }

    private Optional<Mail.Content> content(DueMail mail) {
        PageReader reader = reach.reader(mail);
        return currentReader.as(
                reader,
                () -> inLanguage(reader, () -> writers.stream()
                        .filter(writer -> writer.writes(mail.purpose()))
                        .findFirst()
                        .flatMap(writer -> writer.write(mail))));
    }

    private static <T> T inLanguage(PageReader reader, Supplier<T> work) {
        LocaleContextHolder.setLocale(reader.language());
        try {
            return work.get();
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
