package io.simbaerp.integration.ubl;

import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.invoice.received.PaymentInstructions;
import io.simbaerp.invoice.received.PaymentInstructions.Card;
import io.simbaerp.invoice.received.PaymentInstructions.CreditTransfer;
import io.simbaerp.invoice.received.PaymentInstructions.DirectDebit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a UBL invoice is to be paid: UBL repeats the payment means for every account, EN 16931 has one group. */
final class UblPayment {

    private final XmlElement root;
    private final List<XmlElement> means;

    private UblPayment(XmlElement root) {
        this.root = root;
        this.means = root.all("cac:PaymentMeans");
    }

    static @Nullable PaymentInstructions read(XmlElement root) {
        UblPayment payment = new UblPayment(root);
        return payment.means.isEmpty() ? null : payment.instructions();
    }

    private PaymentInstructions instructions() {
        XmlElement code = means.get(0).first("cbc:PaymentMeansCode");
        return new PaymentInstructions(
                code.text(),
                code.attribute("name"),
                firstText("cbc:PaymentID"),
                creditTransfers(),
                card(),
                directDebit());
    }

    private List<CreditTransfer> creditTransfers() {
        List<CreditTransfer> transfers = new ArrayList<>();
        for (XmlElement each : means) {
            for (XmlElement account : each.all("cac:PayeeFinancialAccount")) {
                transfers.add(new CreditTransfer(
                        account.text("cbc:ID"),
                        account.text("cbc:Name"),
                        account.text("cac:FinancialInstitutionBranch/cbc:ID")));
            }
        }
        return transfers;
    }

    private @Nullable Card card() {
        String number = firstText("cac:CardAccount/cbc:PrimaryAccountNumberID");
        String holder = firstText("cac:CardAccount/cbc:HolderName");
        return number == null && holder == null ? null : new Card(number, holder);
    }

    private @Nullable DirectDebit directDebit() {
        String mandate = firstText("cac:PaymentMandate/cbc:ID");
        String debited = firstText("cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID");
        String creditor = creditorIdentifier();
        return mandate == null && debited == null && creditor == null
                ? null
                : new DirectDebit(mandate, creditor, debited);
    }

    private @Nullable String creditorIdentifier() {
        List<XmlElement> identifiers = new ArrayList<>(root.all("cac:PayeeParty/cac:PartyIdentification/cbc:ID"));
        identifiers.addAll(root.all("cac:AccountingSupplierParty/cac:Party/cac:PartyIdentification/cbc:ID"));
        for (XmlElement identifier : identifiers) {
            if (UblParties.SEPA.equals(identifier.attribute("schemeID"))) {
                return identifier.text();
            }
        }
        return null;
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
