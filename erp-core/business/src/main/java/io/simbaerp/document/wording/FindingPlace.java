package io.simbaerp.document.wording;

import io.simbaerp.document.Finding;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which field of the invoice a finding concerns, so that its sentence stands there: found by the place the rule names, and
 * where that is the whole document, by what the rule is about.
 */
public final class FindingPlace {

    private static final Pattern LINE = Pattern.compile(
            "(?:InvoiceLine|CreditNoteLine|IncludedSupplyChainTradeLineItem|FaWiersz)(?:\\[(\\d+)\\])?(?![A-Za-z])");

    /** The first that fits counts: what is deeper in the document stands above what holds it. */
    private static final Map<Pattern, String> BY_PATH = patterns(
            "PayeeFinancialAccount|CreditorFinancialAccount|PaymentMeans|RachunekBankowy", "account",
            "DueDate|PaymentTerms|TerminPlatnosci", "due",
            "TaxPointDate", "tax-point",
            "IssueDate|P_1(?![0-9A-Z])", "issued",
            "ActualDeliveryDate|InvoicePeriod|BillingSpecifiedPeriod|ActualDeliverySupplyChainEvent|P_6", "supplied",
            "SellerTradeParty|AccountingSupplierParty|Podmiot1", "seller",
            "BuyerTradeParty|AccountingCustomerParty|Podmiot2", "buyer",
            "PayeeTradeParty|PayeeParty|Podmiot3", "payee",
            "TaxTotal|TaxSubtotal|ApplicableTradeTax|P_1[34]", "taxes",
            "MonetaryTotal|MonetarySummation|P_15", "sums",
            "DocumentCurrencyCode|InvoiceCurrencyCode|KodWaluty", "currency",
            "^/?[A-Za-z:]*(?:Invoice|CreditNote|ExchangedDocument)/[a-z:]*ID$", "number");

    private static final Map<Pattern, String> BY_RULE = patterns(
            "BR-CO-1[0-6]|BR-1[0-5]", "sums",
            "BR-CO-1[78]|BR-4[5-8]|BR-(S|Z|E|AE|IC|G|O|IG|IP|AF|AG)-.*", "taxes",
            "BR-CO-25", "due",
            "BR-50|BR-61|supplier\\.(new-account|account-unconfirmed)|account-.*", "account",
            "BR-0[68]|BR-CO-(9|26)|supplier\\.recognised", "seller",
            "BR-(07|10|11)", "buyer",
            "BR-17|invoice\\.payee-differs", "payee",
            "BR-02|duplicate\\..*", "number",
            "BR-03", "issued",
            "BR-05", "currency",
            "invoice\\.difference", "line-D");

    private FindingPlace() {}

    /** The name of the field, such as {@code number} or {@code line-2}; nothing where none is concerned. */
    public static @Nullable String of(Finding finding) {
        String path = finding.location() == null ? "" : finding.location();
        Matcher line = LINE.matcher(path);
        if (line.find()) {
            return "line-" + (line.group(1) == null ? "1" : line.group(1));
        }
        String place = first(BY_PATH, path, false);
        return place != null ? place : ofRule(finding.rule());
    }

    /** Where a remark of our own belongs. */
    public static @Nullable String ofRule(@Nullable String rule) {
        return rule == null ? null : first(BY_RULE, rule, true);
    }

    private static @Nullable String first(Map<Pattern, String> patterns, String text, boolean whole) {
        for (Map.Entry<Pattern, String> each : patterns.entrySet()) {
            Matcher matcher = each.getKey().matcher(text);
            if (whole ? matcher.matches() : matcher.find()) {
                return each.getValue();
            }
        }
        return null;
    }

    private static Map<Pattern, String> patterns(String... pairs) {
        Map<Pattern, String> patterns = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            patterns.put(Pattern.compile(pairs[i]), pairs[i + 1]);
        }
        return patterns;
    }
}
