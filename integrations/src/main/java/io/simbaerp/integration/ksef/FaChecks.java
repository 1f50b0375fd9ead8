package io.simbaerp.integration.ksef;

import io.simbaerp.document.Finding;
import io.simbaerp.integration.xml.ReadingProblems;
import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.invoice.received.PrecedingInvoice;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.polish.Annotations;
import io.simbaerp.invoice.received.polish.KsefNumber;
import io.simbaerp.invoice.received.polish.PolishTerms;
import io.simbaerp.invoice.received.polish.PolishTerms.AdvanceInvoice;
import io.simbaerp.invoice.received.polish.PolishTerms.Kind;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.party.PolishTaxId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import net.sf.saxon.om.NodeInfo;
import org.jspecify.annotations.Nullable;

/** What the schema of an FA cannot say: check digits, sums, and annotations that fit the amounts. */
public final class FaChecks {

    /** Above it goods and services of annex 15 must be paid by split payment. */
    private static final BigDecimal SPLIT_PAYMENT_LIMIT = new BigDecimal("15000");

    private static final BigDecimal SIMPLIFIED_LIMIT_IN_ZLOTY = new BigDecimal("450");
    private static final BigDecimal SIMPLIFIED_LIMIT_IN_EURO = new BigDecimal("100");

    private final XmlElement root;
    private final XmlElement fa;
    private final ReceivedInvoice invoice;
    private final PolishTerms terms;
    private final FaFindings findings = new FaFindings();

    private FaChecks(XmlElement root, ReceivedInvoice invoice) {
        this.root = root;
        this.fa = root.first("Fa");
        this.invoice = invoice;
        this.terms = Objects.requireNonNull(invoice.polish());
    }

    /** The findings of our own rules about an invoice that {@link FaInvoiceReader} read. */
    public static List<Finding> judge(FaVersion version, NodeInfo rootElement, ReceivedInvoice invoice) {
        XmlElement root = new XmlElement(rootElement, version.names(), new ReadingProblems());
        FaChecks checks = new FaChecks(root, invoice);
        checks.taxNumbers();
        checks.ksefNumbers();
        checks.accounts();
        checks.dates();
        checks.annotations();
        checks.kind();
        new FaSums(checks.root, invoice, checks.findings).check();
        return checks.findings.findings();
    }

    private void taxNumbers() {
        XmlElement seller = root.first("Podmiot1/DaneIdentyfikacyjne/NIP");
        String nip = seller.text();
        if (nip != null && isWrong(nip)) {
            findings.error("NIP", seller, nip);
        }
        for (String path : List.of("Podmiot2", "Podmiot3", "PodmiotUpowazniony")) {
            for (XmlElement other : root.all(path + "/DaneIdentyfikacyjne/NIP")) {
                String number = other.text();
                if (number != null && isWrong(number)) {
                    findings.warning("NIP", other, number);
                }
            }
        }
    }

    /** What is no number of ten digits at all breaks the schema. */
    private static boolean isWrong(String nip) {
        return nip.matches("[0-9]{10}") && !PolishTaxId.isValid(nip);
    }

    private void ksefNumbers() {
        for (PrecedingInvoice original : invoice.precedingInvoices()) {
            ksefNumber(original.ksefNumber());
        }
        for (AdvanceInvoice advance : terms.settledAdvances()) {
            ksefNumber(advance.ksefNumber());
        }
    }

    private void ksefNumber(@Nullable String number) {
        if (number != null && !KsefNumber.isValid(number)) {
            findings.warning("KSEF-NUMBER", fa, number);
        }
    }

    private void accounts() {
        for (String name : List.of("RachunekBankowy", "RachunekBankowyFaktora")) {
            for (XmlElement account : fa.all("Platnosc/" + name + "/NrRB")) {
                String number = account.text();
                if (number != null && !AccountNumber.isPlausible(number)) {
                    findings.warning("ACCOUNT", account, number);
                }
            }
        }
    }

    private void dates() {
        LocalDate issued = invoice.issueDate();
        LocalDate due = invoice.dueDate();
        if (issued != null && due != null && due.isBefore(issued)) {
            findings.warning("DATES", fa.first("Platnosc"), due, issued);
        }
    }

    private void annotations() {
        Annotations annotations = terms.annotations();
        XmlElement place = fa.first("Adnotacje");
        String reverse = fa.text("P_13_10");
        if (reverse != null && !annotations.reverseCharge()) {
            findings.warning("REVERSE-CHARGE", place, reverse);
        }
        String exempt = fa.text("P_13_7");
        if (exempt != null && annotations.exemption() == null) {
            findings.warning("EXEMPTION", place, exempt);
        }
        String margin = fa.text("P_13_11");
        if (margin != null && annotations.margin() == null) {
            findings.warning("MARGIN", place, margin);
        }
        splitPayment(place);
    }

    private void splitPayment(XmlElement place) {
        boolean listed = invoice.lines().stream()
                .anyMatch(line -> line.polish() != null && line.polish().annexFifteen());
        Money total = invoice.totals().withVat();
        if (!listed || total == null || invoice.splitPayment()) {
            return;
        }
        if (total.currency().equals(CurrencyCode.PLN) && total.amount().compareTo(SPLIT_PAYMENT_LIMIT) > 0) {
            findings.warning("SPLIT-PAYMENT", place, total, SPLIT_PAYMENT_LIMIT);
        }
    }

    private void kind() {
        String number = invoice.number();
        if (terms.kind() == Kind.ROZ && terms.settledAdvances().isEmpty() && number != null) {
            findings.warning("ADVANCE", fa, number);
        }
        if (terms.kind() == Kind.UPR) {
            simplified();
        }
    }

    private void simplified() {
        BigDecimal limit =
                invoice.currency().equals(CurrencyCode.PLN) ? SIMPLIFIED_LIMIT_IN_ZLOTY : SIMPLIFIED_LIMIT_IN_EURO;
        XmlElement place = fa.first("P_15");
        Money total = invoice.totals().withVat();
        Money vat = invoice.totals().vat();
        if (total == null || vat == null) {
            return;
        }
        if (total.amount().compareTo(limit) > 0) {
            findings.warning("SIMPLIFIED", place, total, limit);
        }
        if (!FaSums.isWithoutTotals(fa)) {
            return;
        }
        if (invoice.vatBreakdown().stream().anyMatch(row -> "O".equals(row.category()))) {
            findings.warning("SIMPLIFIED-RATE", place, total);
        } else {
            findings.information("SIMPLIFIED-VAT", place, vat, total);
        }
    }
}
