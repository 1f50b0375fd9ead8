package io.simbaerp.payment;

import io.simbaerp.document.AddFindings;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import io.simbaerp.invoice.CodePurchaseInvoice.PurchaseInvoiceCoded;
import io.simbaerp.invoice.PurchaseInvoiceReceived;
import io.simbaerp.invoice.payable.PayableInvoice;
import io.simbaerp.invoice.payable.PayableInvoices;
import io.simbaerp.money.Iban;
import io.simbaerp.party.BankAccountDraft;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.ProposeBankAccount;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The account on an invoice is evidence, never a reason to pay there. One its supplier does not have yet becomes a finding
 * of the document and a proposed change of the supplier's master data, with the document as source; a second person
 * confirms it or not.
 */
@Component
class AccountEvidence {

    private final PayableInvoices invoices;
    private final Parties parties;
    private final ProposeBankAccount proposeBankAccount;
    private final AddFindings addFindings;

    AccountEvidence(
            PayableInvoices invoices, Parties parties, ProposeBankAccount proposeBankAccount, AddFindings addFindings) {
        this.invoices = invoices;
        this.parties = parties;
        this.proposeBankAccount = proposeBankAccount;
        this.addFindings = addFindings;
    }

    @EventListener
    void received(PurchaseInvoiceReceived event) {
        weigh(event.documentId());
    }

    /** Once more when it is coded: by then it is known of every invoice who is to be paid. */
    @EventListener
    void coded(PurchaseInvoiceCoded event) {
        weigh(event.documentId());
    }

    private void weigh(DocumentId document) {
        PayableInvoice invoice = invoices.ofDocuments(List.of(document.value())).get(document.value());
        if (invoice != null && invoice.account() != null && invoice.payeeId() != null) {
            String account = invoice.account();
            UUID payee = invoice.payeeId();
            Iban.parse(account).ifPresent(iban -> weigh(document, payee, iban));
        }
    }

    private void weigh(DocumentId document, UUID payee, String iban) {
        boolean known = parties.byId(new PartyId(payee)).stream()
                .flatMap(party -> party.accounts().stream())
                .anyMatch(account -> account.iban().equals(iban));
        if (known) {
            return;
        }
        proposeBankAccount.propose(new BankAccountDraft(new PartyId(payee), iban, document.value()));
        addFindings.add(
                document,
                List.of(new Finding(
                        "supplier.new-account",
                        Severity.WARNING,
                        null,
                        "The supplier does not have the account " + Iban.grouped(iban) + " the invoice names",
                        List.of(Iban.grouped(iban)))));
    }
}
