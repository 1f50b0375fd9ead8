package io.simbaerp.payment.store;

import io.simbaerp.archive.StoreOriginal;
import io.simbaerp.archive.StoredOriginal;
import io.simbaerp.company.CompanyView;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.company.bankaccount.BankProfile;
import io.simbaerp.company.bankaccount.OwnAccountView;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.party.Address;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.file.PaymentFile;
import io.simbaerp.payment.file.PaymentFileWriter;
import io.simbaerp.payment.file.PaymentMessage;
import io.simbaerp.payment.proposal.PaymentTitle;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the file of a run, keeps it in the archive and writes down its name, its hash and the bank's name for it. */
@Component
public class FileMaker {

    private final ObjectProvider<PaymentFileWriter> writer;
    private final StoreOriginal storeOriginal;
    private final RunBook book;
    private final CurrentCompany currentCompany;
    private final Clock clock;

    FileMaker(
            ObjectProvider<PaymentFileWriter> writer,
            StoreOriginal storeOriginal,
            RunBook book,
            CurrentCompany currentCompany,
            Clock clock) {
        this.writer = writer;
        this.storeOriginal = storeOriginal;
        this.book = book;
        this.currentCompany = currentCompany;
        this.clock = clock;
    }

    /** @throws io.simbaerp.payment.file.UnwritablePayment if the format can't say it */
    public void make(PaymentRunView run) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String name = run.number().replace('/', '-');
        String messageId = name + "-" + run.id().toString().replace("-", "").substring(20);
        PaymentFile file = writer.getObject().write(message(run, messageId, now));
        StoredOriginal stored = storeOriginal.store(file.content());
        book.file(
                run,
                new PaymentRunView.FileRow(
                        name + ".xml", messageId, stored.sha256(), stored.size(), file.schemaChecked(), now),
                file.format());
    }

    /** Names and addresses in letters the bank takes; SEPA takes Latin ones only. */
    private PaymentMessage message(PaymentRunView run, String messageId, Instant now) {
        CompanyView company = currentCompany.get();
        OwnAccountView account = run.account();
        Letters letters = new Letters(
                account.currency().equals(CurrencyCode.EUR)
                        ? BankProfile.CharacterSet.LATIN
                        : account.profile().characterSet());
        return new PaymentMessage(
                messageId,
                now.atZone(company.timeZone()).toOffsetDateTime(),
                new PaymentMessage.Debtor(
                        letters.of(company.name()),
                        letters.address(company.street(), company.postalCode(), company.city(), company.country()),
                        account.iban(),
                        account.currency().code(),
                        account.bic(),
                        account.profile().chargeBearer().name(),
                        account.profile().serviceLevel()),
                run.orders().stream().map(letters::transfer).toList());
    }

    /** Writes text in the letters of a bank. */
    private record Letters(BankProfile.CharacterSet characters) {

        private String of(String text) {
            return PaymentTitle.written(text, characters);
        }

        private @Nullable String optional(@Nullable String text) {
            String written = text == null ? "" : of(text);
            return written.isEmpty() ? null : written;
        }

        private PaymentMessage.PostalAddress address(
                @Nullable String street, @Nullable String postalCode, @Nullable String city, String country) {
            return new PaymentMessage.PostalAddress(optional(street), optional(postalCode), optional(city), country);
        }

        private PaymentMessage.Transfer transfer(PaymentRunView.Order order) {
            Address address = order.address();
            return new PaymentMessage.Transfer(
                    order.kind().name(),
                    order.payOn(),
                    order.reference(),
                    order.amount(),
                    of(order.payeeName()),
                    address(address.street(), address.postalCode(), address.city(), address.country()),
                    order.iban(),
                    order.title());
        }
    }
}
