package io.simbaerp.invoice.automation;

import io.simbaerp.invoice.coding.CodableLine;
import io.simbaerp.invoice.coding.CodedLine;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.registration.DeductedOnce;
import io.simbaerp.invoice.registration.PostingDay;
import io.simbaerp.invoice.registration.RateSettlement;
import io.simbaerp.money.Iban;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyAccount;
import io.simbaerp.party.PartyId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What an ordinary invoice fulfils besides its lines: it adds up, its account is confirmed, its day and rate are there. */
@Component
class OrdinaryTerms {

    private final Parties parties;
    private final PostingDay postingDay;
    private final RateSettlement rateSettlement;
    private final DeductedOnce deductedOnce;

    OrdinaryTerms(Parties parties, PostingDay postingDay, RateSettlement rateSettlement, DeductedOnce deductedOnce) {
        this.parties = parties;
        this.postingDay = postingDay;
        this.rateSettlement = rateSettlement;
        this.deductedOnce = deductedOnce;
    }

    static boolean corrects(ReceivedInvoice invoice) {
        return !invoice.precedingInvoices().isEmpty();
    }

    static boolean addsUp(ReceivedInvoice invoice) {
        return CodableLine.of(invoice).stream().noneMatch(line -> line.key().equals(CodableLine.DIFFERENCE));
    }

    /** The account it asks to be paid on, unless that is a confirmed one of the supplier's. */
    Optional<String> unconfirmedAccount(InvoiceDetails details) {
        String account = details.account();
        UUID supplier = details.supplierId();
        if (account == null || supplier == null) {
            return Optional.empty();
        }
        String iban = Iban.parse(account).orElse(account);
        boolean confirmed = parties.byId(new PartyId(supplier)).stream()
                .flatMap(party -> party.accounts().stream())
                .filter(PartyAccount::confirmed)
                .anyMatch(one -> one.iban().equals(iban));
        return confirmed ? Optional.empty() : Optional.of(account);
    }

    /** The day it would stand in the books under. */
    Optional<LocalDate> postingDay(InvoiceDetails details) {
        return postingDay.proposed(details.dates()).map(PostingDay.Day::date);
    }

    /** Whether its rates and a day in an open period are there, and its tax is not deducted already. */
    boolean isPostable(InvoiceDetails details, List<CodedLine> coding) {
        return postingDay(details).isPresent()
                && deductedOnce
                        .refusal(
                                details.bill(),
                                coding.stream().map(CodedLine::taxCode).toList())
                        .isEmpty()
                && !rateSettlement
                        .settle(details.invoice().currency(), details.dates())
                        .isMissing();
    }
}
