package io.simbaerp.integration.ksef;

import io.simbaerp.document.Finding;
import io.simbaerp.integration.xml.ReadingProblems;
import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.invoice.received.PrecedingInvoice;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.polish.Annotations;
import io.simbaerp.invoice.received.polish.PolishTerms;
import io.simbaerp.invoice.received.polish.PolishTerms.AdvanceInvoice;
import io.simbaerp.invoice.received.polish.PolishTerms.Kind;
import io.simbaerp.money.CurrencyCode;
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
        if (isWrong(nip)) {
            findings.error("NIP", seller, "The seller's NIP " + nip + " has a wrong check digit.");
        }
        for (String path : List.of("Podmiot2", "Podmiot3", "PodmiotUpowazniony")) {
            for (XmlElement other : root.all(path + "/DaneIdentyfikacyjne/NIP")) {
                String number = other.text();
                if (isWrong(number)) {
                    findings.warning("NIP", other, "The NIP " + number + " has a wrong check digit.");
                }
            }
        }
    }

    /** What is no number of ten digits at all breaks the schema. */
    private static boolean isWrong(@Nullable String nip) {
        return nip != null && nip.matches("[0-9]{10}") && !PolishTaxId.isValid(nip);
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
            findings.warning("KSEF-NUMBER", fa, "The KSeF number " + number + " has a wrong check sum.");
        }
    }

    private void accounts() {
        for (String name : List.of("RachunekBankowy", "RachunekBankowyFaktora")) {
            for (XmlElement account : fa.all("Platnosc/" + name + "/NrRB")) {
                String number = account.text();
                if (number != null && !AccountNumber.isPlausible(number)) {
                    findings.warning("ACCOUNT", account, "The account " + number + " has a wrong check sum.");
                }
            }
        }
    }

    private void dates() {
        LocalDate issued = invoice.issueDate();
        LocalDate due = invoice.dueDate();
        if (issued != null && due != null && due.isBefore(issued)) {
            findings.warning(
                    "DATES",
                    fa.first("Platnosc"),
                    "It falls due on " + due + ", before it was issued on " + issued + ".");
        }
    }

    private void annotations() {
        Annotations annotations = terms.annotations();
        XmlElement place = fa.first("Adnotacje");
        boolean reverse = fa.first("P_13_10").exists();
        if (reverse && !annotations.reverseCharge()) {
            findings.warning(
                    "REVERSE-CHARGE", place, "It has a total under reverse charge (P_13_10), but P_18 says no.");
        }
        if (fa.first("P_13_7").exists() && annotations.exemption() == null) {
            findings.warning("EXEMPTION", place, "It has an exempt total (P_13_7), but P_19 names no basis for it.");
        }
        if (fa.first("P_13_11").exists() && annotations.margin() == null) {
            findings.warning(
                    "MARGIN", place, "It has a total under a margin scheme (P_13_11), but P_PMarzy names none.");
        }
        splitPayment(place);
    }

    private void splitPayment(XmlElement place) {
        boolean listed = invoice.lines().stream()
                .anyMatch(line -> line.polish() != null && line.polish().annexFifteen());
        boolean large = invoice.currency().equals(CurrencyCode.PLN)
                && invoice.totals().withVat() != null
                && invoice.totals().withVat().amount().compareTo(SPLIT_PAYMENT_LIMIT) > 0;
        if (listed && large && !invoice.splitPayment()) {
            findings.warning(
                    "SPLIT-PAYMENT",
                    place,
                    "It sells what annex 15 lists for more than 15000 PLN, but P_18A does not ask for split payment.");
        }
    }

    private void kind() {
        if (terms.kind().settlesAdvances() && terms.settledAdvances().isEmpty() && terms.kind() == Kind.ROZ) {
            findings.warning("ADVANCE", fa, "It settles advances, but names no advance invoice.");
        }
        if (terms.kind() == Kind.UPR) {
            simplified();
        }
    }

    private void simplified() {
        BigDecimal limit =
                invoice.currency().equals(CurrencyCode.PLN) ? SIMPLIFIED_LIMIT_IN_ZLOTY : SIMPLIFIED_LIMIT_IN_EURO;
        XmlElement total = fa.first("P_15");
        BigDecimal stated = total.decimal();
        if (stated != null && stated.compareTo(limit) > 0) {
            findings.warning(
                    "SIMPLIFIED", total, "A simplified invoice of " + stated + " is above the limit of " + limit + ".");
        }
        boolean untold = invoice.vatBreakdown().stream().anyMatch(row -> "O".equals(row.category()));
        if (untold && !fa.first("P_13_8").exists()) {
            findings.warning(
                    "SIMPLIFIED-VAT", total, "It states neither VAT nor a single rate, so its VAT cannot be told.");
        } else if (FaSums.isWithoutTotals(fa)) {
            findings.information(
                    "SIMPLIFIED-VAT", total, "It states no VAT; it was computed from the total and the rate.");
        }
    }
}
