package io.simbaerp.integration.ubl;

import io.simbaerp.integration.xml.XmlOutput;
import io.simbaerp.invoice.received.PaymentInstructions;
import io.simbaerp.invoice.received.PaymentInstructions.CreditTransfer;
import io.simbaerp.invoice.received.ReceivedInvoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes how to pay a UBL invoice: the means once for each account, all else with the first. */
final class UblPaymentWriter {

    /** UBL demands the card's network, which EN 16931 has no term for. */
    private static final String UNKNOWN_NETWORK = "NA";

    private final ReceivedInvoice invoice;
    private final XmlOutput xml;

    UblPaymentWriter(ReceivedInvoice invoice, XmlOutput xml) {
        this.invoice = invoice;
        this.xml = xml;
    }

    /** Who collects a direct debit; UBL keeps it among the seller's identifiers. */
    static @Nullable String creditor(ReceivedInvoice invoice) {
        PaymentInstructions payment = invoice.payment();
        return payment == null || payment.directDebit() == null
                ? null
                : payment.directDebit().creditor();
    }

    void write() {
        PaymentInstructions payment = invoice.payment();
        if (payment != null) {
            List<CreditTransfer> transfers = payment.creditTransfers();
            first(payment, transfers.isEmpty() ? null : transfers.get(0));
            transfers.stream()
                    .skip(1)
                    .forEach(further -> xml.group("cac:PaymentMeans", () -> {
                        xml.text("cbc:PaymentMeansCode", payment.meansCode());
                        account(further);
                    }));
        }
        xml.group("cac:PaymentTerms", () -> xml.text("cbc:Note", invoice.paymentTerms()));
    }

    private void first(PaymentInstructions payment, @Nullable CreditTransfer transfer) {
        xml.group("cac:PaymentMeans", () -> {
            xml.text("cbc:PaymentMeansCode", payment.meansCode(), "name", payment.meansText());
            if (invoice.creditNote()) {
                xml.date("cbc:PaymentDueDate", invoice.dueDate());
            }
            xml.text("cbc:PaymentID", payment.remittanceInformation());
            card(payment.card());
            if (transfer != null) {
                account(transfer);
            }
            PaymentInstructions.DirectDebit debit = payment.directDebit();
            if (debit != null) {
                xml.group("cac:PaymentMandate", () -> {
                    xml.text("cbc:ID", debit.mandate());
                    xml.group("cac:PayerFinancialAccount", () -> xml.text("cbc:ID", debit.debitedAccount()));
                });
            }
        });
    }

    private void card(PaymentInstructions.@Nullable Card card) {
        if (card == null) {
            return;
        }
        xml.group("cac:CardAccount", () -> {
            xml.text("cbc:PrimaryAccountNumberID", card.number());
            xml.text("cbc:NetworkID", UNKNOWN_NETWORK);
            xml.text("cbc:HolderName", card.holder());
        });
    }

    private void account(CreditTransfer transfer) {
        xml.group("cac:PayeeFinancialAccount", () -> {
            xml.text("cbc:ID", transfer.account());
            xml.text("cbc:Name", transfer.accountName());
            xml.group("cac:FinancialInstitutionBranch", () -> xml.text("cbc:ID", transfer.serviceProvider()));
        });
    }
}
