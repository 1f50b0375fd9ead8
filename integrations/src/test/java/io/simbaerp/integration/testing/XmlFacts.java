package io.simbaerp.integration.testing;

import io.simbaerp.invoice.received.InvoiceTotals;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.money.Money;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** A few facts of an invoice by plain paths over its XML, on a parser of their own. */
public final class XmlFacts {

    private static final String LINE =
            "(/*/*[local-name()='InvoiceLine' or local-name()='CreditNoteLine'] | /*/*/*[local-name()='IncludedSupplyChainTradeLineItem'])";

    private static final String SUMS = "(/*/*[local-name()='LegalMonetaryTotal'] | /*/*/*/*[local-name()="
            + "'SpecifiedTradeSettlementHeaderMonetarySummation' or"
            + " local-name()='SpecifiedTradeSettlementMonetarySummation'])";

    /** What UBL and CII call each sum. */
    private static final Map<String, String> TOTALS = Map.of(
            "BT-106", "LineExtensionAmount LineTotalAmount",
            "BT-107", "AllowanceTotalAmount",
            "BT-108", "ChargeTotalAmount",
            "BT-109", "TaxExclusiveAmount TaxBasisTotalAmount",
            "BT-112", "TaxInclusiveAmount GrandTotalAmount",
            "BT-113", "PrepaidAmount TotalPrepaidAmount",
            "BT-114", "PayableRoundingAmount RoundingAmount",
            "BT-115", "PayableAmount DuePayableAmount");

    private final Document document;
    private final XPath xpath = XPathFactory.newDefaultInstance().newXPath();

    private XmlFacts(Document document) {
        this.document = document;
    }

    public static XmlFacts of(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            return new XmlFacts(factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)));
        } catch (Exception damaged) {
            throw new IllegalArgumentException(damaged);
        }
    }

    /** BT-27, the seller's name. */
    public String seller() {
        return text("/*/*[local-name()='AccountingSupplierParty']/*/*[local-name()='PartyLegalEntity']"
                        + "/*[local-name()='RegistrationName'] | //*[local-name()='SellerTradeParty']/*[local-name()='Name']"
                        + " | /*/*[local-name()='Podmiot1']/*/*[local-name()='Nazwa']")
                .strip();
    }

    /** BT-1. */
    public String number() {
        return text("/*/*[local-name()='ID'] | /*/*[local-name()='ExchangedDocument' or"
                        + " local-name()='HeaderExchangedDocument']/*[local-name()='ID'] | /*/*/*[local-name()='P_2']")
                .strip();
    }

    /** What each line is called, in the file's order. */
    public List<String> names() {
        NodeList found = nodes(LINE + "/*[local-name()='Item' or local-name()='SpecifiedTradeProduct']"
                + "/*[local-name()='Name'] | //*[local-name()='P_7' or local-name()='P_7Z']");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent().strip())
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** What is asked for where no amount due is stated, in KSeF always: the settlement if there is one, or the total. */
    public Optional<BigDecimal> asked() {
        for (String field : List.of("DoZaplaty", "DoRozliczenia", "P_15", "GrandTotalAmount")) {
            String text = text("//*[local-name()='" + field + "']");
            if (!text.isBlank()) {
                BigDecimal amount = new BigDecimal(text.strip());
                return Optional.of(field.equals("DoRozliczenia") ? amount.negate() : amount);
            }
        }
        return Optional.empty();
    }

    /** BT-115, where the file states it. */
    public Optional<BigDecimal> due() {
        String text = text("/*/*[local-name()='LegalMonetaryTotal']/*[local-name()='PayableAmount']"
                + " | /*/*/*/*[local-name()='SpecifiedTradeSettlementHeaderMonetarySummation' or"
                + " local-name()='SpecifiedTradeSettlementMonetarySummation']/*[local-name()='DuePayableAmount']");
        return text.isBlank() ? Optional.empty() : Optional.of(new BigDecimal(text.strip()));
    }

    /** BT-116 and BT-117 of each group. */
    public List<String> vat() {
        List<String> groups = new ArrayList<>();
        String header = "/*/*[local-name()='TaxTotal']/*[local-name()='TaxSubtotal']"
                + " | /*/*/*/*[local-name()='ApplicableTradeTax']";
        NodeList found = nodes(header);
        for (int i = 1; i <= found.getLength(); i++) {
            String group = "(" + header + ")[" + i + "]";
            groups.add(plain(text(group + "/*[local-name()='TaxableAmount' or local-name()='BasisAmount']")) + " "
                    + plain(text(group + "/*[local-name()='TaxAmount' or local-name()='CalculatedAmount']")));
        }
        return groups;
    }

    /** BG-22, each term by its number; those the file does not state are missing. */
    public Map<String, String> totals() {
        Map<String, String> totals = new TreeMap<>();
        TOTALS.forEach((term, names) -> {
            List<String> tests = Stream.of(names.split(" "))
                    .map(name -> "local-name()='" + name + "'")
                    .toList();
            put(totals, term, SUMS + "/*[" + String.join(" or ", tests) + "]");
        });
        String currency = text("/*/*[local-name()='DocumentCurrencyCode'] | //*[local-name()='InvoiceCurrencyCode']");
        put(
                totals,
                "BT-110",
                "(/*/*[local-name()='TaxTotal']/*[local-name()='TaxAmount'] | " + SUMS
                        + "/*[local-name()='TaxTotalAmount'])[not(@currencyID) or @currencyID='" + currency.strip()
                        + "']");
        return totals;
    }

    private void put(Map<String, String> totals, String term, String path) {
        String stated = plain(text(path));
        if (!stated.equals("-")) {
            totals.put(term, stated);
        }
    }

    /** Where an invoice read from this file says something else than it: its sums, VAT breakdown and number of lines. */
    public List<String> differences(ReceivedInvoice read) {
        List<String> differences = new ArrayList<>();
        differ(differences, "sums", totals(), totals(read.totals()));
        differ(
                differences,
                "VAT",
                vat(),
                read.vatBreakdown().stream()
                        .map(vat -> plain(vat.taxable()) + " " + plain(vat.tax()))
                        .toList());
        differ(differences, "lines", lines(), read.lines().size());
        return differences;
    }

    private static void differ(List<String> differences, String what, Object stated, Object read) {
        if (!stated.equals(read)) {
            differences.add(what + ": the file states " + stated + ", read was " + read);
        }
    }

    private static Map<String, String> totals(InvoiceTotals read) {
        Map<String, String> totals = new TreeMap<>();
        totals.put("BT-106", plain(read.lines()));
        totals.put("BT-107", plain(read.allowances()));
        totals.put("BT-108", plain(read.charges()));
        totals.put("BT-109", plain(read.withoutVat()));
        totals.put("BT-110", plain(read.vat()));
        totals.put("BT-112", plain(read.withVat()));
        totals.put("BT-113", plain(read.prepaid()));
        totals.put("BT-114", plain(read.rounding()));
        totals.put("BT-115", plain(read.due()));
        totals.values().removeIf("-"::equals);
        return totals;
    }

    private static String plain(@Nullable Money money) {
        return money == null ? "-" : plain(money.amount().toPlainString());
    }

    /** Lines that are claimed: not headings of groups, and not mere sentences. */
    public int lines() {
        return nodes(LINE + "[not(*/*[local-name()='LineStatusReasonCode'][not(.='DETAIL')])]"
                        + "[.//*[local-name()='LineTotalAmount' or local-name()='LineExtensionAmount']]")
                .getLength();
    }

    private static String plain(String text) {
        return text.isBlank()
                ? "-"
                : new BigDecimal(text.strip()).stripTrailingZeros().toPlainString();
    }

    private String text(String path) {
        try {
            return xpath.evaluate(path, document);
        } catch (XPathExpressionException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private NodeList nodes(String path) {
        try {
            return (NodeList) xpath.evaluate(path, document, XPathConstants.NODESET);
        } catch (XPathExpressionException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
