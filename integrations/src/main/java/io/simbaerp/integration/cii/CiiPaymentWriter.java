package io.simbaerp.integration.cii;

import io.simbaerp.integration.xml.XmlOutput;
import io.simbaerp.invoice.received.PaymentInstructions;
import io.simbaerp.invoice.received.PaymentInstructions.CreditTransfer;
import io.simbaerp.invoice.received.PaymentInstructions.DirectDebit;
import io.simbaerp.invoice.received.ReceivedInvoice;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes how to pay a Cross Industry Invoice: the means once for each account, all else with the first. */
final class CiiPaymentWriter {

    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");

    private final ReceivedInvoice invoice;
    private final XmlOutput xml;
    private final @Nullable PaymentInstructions payment;
    private final @Nullable DirectDebit debit;

    CiiPaymentWriter(ReceivedInvoice invoice, XmlOutput xml) {
        this.invoice = invoice;
        this.xml = xml;
        this.payment = invoice.payment();
        this.debit = payment == null ? null : payment.directDebit();
    }

    void references() {
        xml.text("ram:CreditorReferenceID", debit == null ? null : debit.creditor());
        xml.text("ram:PaymentReference", payment == null ? null : payment.remittanceInformation());
    }

    void means() {
        if (payment == null) {
            return;
        }
        List<CreditTransfer> transfers = payment.creditTransfers();
        xml.group("ram:SpecifiedTradeSettlementPaymentMeans", () -> {
            xml.text("ram:TypeCode", payment.meansCode());
            xml.text("ram:Information", payment.meansText());
            card(payment.card());
            if (debit != null) {
                xml.group("ram:PayerPartyDebtorFinancialAccount", () -> xml.text("ram:IBANID", debit.debitedAccount()));
            }
            transfers.stream().limit(1).forEach(this::account);
        });
        transfers.stream()
                .skip(1)
                .forEach(further -> xml.group("ram:SpecifiedTradeSettlementPaymentMeans", () -> {
                    xml.text("ram:TypeCode", payment.meansCode());
                    account(further);
                }));
    }

    private void card(PaymentInstructions.@Nullable Card card) {
        if (card != null) {
            xml.group("ram:ApplicableTradeSettlementFinancialCard", () -> {
                xml.text("ram:ID", card.number());
                xml.text("ram:CardholderName", card.holder());
            });
        }
    }

    private void account(CreditTransfer transfer) {
        String account = transfer.account();
        boolean iban = account != null && IBAN.matcher(account).matches();
        xml.group("ram:PayeePartyCreditorFinancialAccount", () -> {
            xml.text("ram:IBANID", iban ? account : null);
            xml.text("ram:AccountName", transfer.accountName());
            xml.text("ram:ProprietaryID", iban ? null : account);
        });
        xml.group(
                "ram:PayeeSpecifiedCreditorFinancialInstitution",
                () -> xml.text("ram:BICID", transfer.serviceProvider()));
    }

    void terms() {
        xml.group("ram:SpecifiedTradePaymentTerms", () -> {
            xml.text("ram:Description", invoice.paymentTerms());
            CiiWriter.dateTime(xml, "ram:DueDateDateTime", invoice.dueDate());
            xml.text("ram:DirectDebitMandateID", debit == null ? null : debit.mandate());
        });
    }
}
