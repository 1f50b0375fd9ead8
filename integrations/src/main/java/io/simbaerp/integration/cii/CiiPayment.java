package io.simbaerp.integration.cii;

import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.invoice.received.PaymentInstructions;
import io.simbaerp.invoice.received.PaymentInstructions.Card;
import io.simbaerp.invoice.received.PaymentInstructions.CreditTransfer;
import io.simbaerp.invoice.received.PaymentInstructions.DirectDebit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a Cross Industry Invoice is to be paid: the means are repeated for every account, EN 16931 has one group. */
final class CiiPayment {

    private final XmlElement settlement;
    private final List<XmlElement> means;

    private CiiPayment(XmlElement settlement) {
        this.settlement = settlement;
        this.means = settlement.all("ram:SpecifiedTradeSettlementPaymentMeans");
    }

    static @Nullable PaymentInstructions read(XmlElement settlement) {
        return new CiiPayment(settlement).instructions();
    }

    private @Nullable PaymentInstructions instructions() {
        String remittance = settlement.text("ram:PaymentReference");
        DirectDebit directDebit = directDebit();
        if (means.isEmpty() && remittance == null && directDebit == null) {
            return null;
        }
        return new PaymentInstructions(
                firstText("ram:TypeCode"),
                firstText("ram:Information"),
                remittance,
                creditTransfers(),
                card(),
                directDebit);
    }

    private List<CreditTransfer> creditTransfers() {
        List<CreditTransfer> transfers = new ArrayList<>();
        for (XmlElement each : means) {
            XmlElement account = each.first("ram:PayeePartyCreditorFinancialAccount");
            if (account.exists()) {
                String iban = account.text("ram:IBANID");
                transfers.add(new CreditTransfer(
                        iban != null ? iban : account.text("ram:ProprietaryID"),
                        account.text("ram:AccountName"),
                        each.text("ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID")));
            }
        }
        return transfers;
    }

    private @Nullable Card card() {
        String number = firstText("ram:ApplicableTradeSettlementFinancialCard/ram:ID");
        String holder = firstText("ram:ApplicableTradeSettlementFinancialCard/ram:CardholderName");
        return number == null && holder == null ? null : new Card(number, holder);
    }

    private @Nullable DirectDebit directDebit() {
        String mandate = settlement.text("ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID");
        String creditor = settlement.text("ram:CreditorReferenceID");
        String debited = firstText("ram:PayerPartyDebtorFinancialAccount/ram:IBANID");
        return mandate == null && creditor == null && debited == null
                ? null
                : new DirectDebit(mandate, creditor, debited);
    }

    private @Nullable String firstText(String path) {
        for (XmlElement each : means) {
            String text = each.text(path);
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}
