package io.simbaerp.invoice.content;

import io.simbaerp.architecture.digest.Sha256;
import io.simbaerp.invoice.coding.CodedLine;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How content becomes a hash: every field by its name into a JSON object, numbers as plain decimal text with at least the
 * currency's decimals, dates as ISO 8601, what is absent as null; canonical by RFC 8785; SHA-256 over its UTF-8 bytes.
 */
public final class ContentRecipe {

    /** Stored beside every hash. A change of the recipe is a new number, and the old one stays readable. */
    public static final int VERSION = 3;

    private static final int LINES_VERSION = 2;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ContentRecipe() {}

    /** The content's fingerprint: 64 hexadecimal digits. */
    public static String hash(InvoiceContent content) {
        return hashOf(canonical(content));
    }

    /** The fingerprint of a canonical text. */
    public static String hashOf(String canonical) {
        return Sha256.of(canonical);
    }

    /** The canonical text that is hashed; {@link WrittenContent} reads it back. */
    public static String canonical(InvoiceContent content) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("recipe", String.valueOf(VERSION));
        fields.putAll(head(content));
        fields.put("ksefNumber", content.ksefNumber());
        fields.put("totals", totals(content.totals()));
        fields.put(
                "vatBreakdown",
                content.vatBreakdown().stream().map(ContentRecipe::vat).toList());
        fields.put("vatPeriodReason", content.vatPeriodReason());
        fields.put("coding", content.coding().stream().map(ContentRecipe::coded).toList());
        return canonical(fields);
    }

    /**
     * How the content of some lines is written, with all that says how they are paid and booked: the recipe has a number of its
     * own. Left out is what follows from all lines: the totals and the VAT breakdown.
     */
    public static String canonicalLines(InvoiceDetails lines) {
        return canonicalLines(InvoiceContent.of(lines));
    }

    static String canonicalLines(InvoiceContent content) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("recipe", "lines-" + LINES_VERSION);
        fields.putAll(head(content));
        fields.put("coding", content.coding().stream().map(ContentRecipe::coded).toList());
        return canonical(fields);
    }

    /** What holds for every line. */
    private static Map<String, @Nullable Object> head(InvoiceContent content) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("originalSha256", content.originalSha256());
        fields.put("kind", content.kind());
        fields.put("number", content.number());
        fields.put("supplierId", text(content.supplierId()));
        fields.put("supplierTaxId", content.supplierTaxId());
        fields.put("supplierName", content.supplierName());
        fields.put("payee", content.payee());
        fields.put("payeeId", text(content.payeeId()));
        fields.put("account", content.account());
        fields.put("marks", content.marks());
        fields.put("originals", content.originals());
        fields.put("dates", dates(content.dates()));
        fields.put("currency", content.currency());
        fields.put("ledgerRate", rate(content.ledgerRate()));
        fields.put("vatRate", rate(content.vatRate()));
        fields.put("vatPeriod", content.vatPeriod());
        return fields;
    }

    private static String canonical(Map<String, @Nullable Object> fields) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(fields)).getEncodedString();
        } catch (IOException e) {
            throw new IllegalStateException("Jackson writes JSON", e);
        }
    }

    private static Map<String, @Nullable Object> dates(InvoiceContent.Dates dates) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("issue", text(dates.issue()));
        fields.put("supplyFrom", text(dates.supplyFrom()));
        fields.put("supplyTo", text(dates.supplyTo()));
        fields.put("taxPoint", text(dates.taxPoint()));
        fields.put("received", text(dates.received()));
        fields.put("due", text(dates.due()));
        fields.put("posting", text(dates.posting()));
        fields.put("fiscalPeriod", dates.fiscalPeriod());
        return fields;
    }

    private static Map<String, @Nullable Object> totals(InvoiceContent.Totals totals) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("BT-106", money(totals.lines()));
        fields.put("BT-107", money(totals.allowances()));
        fields.put("BT-108", money(totals.charges()));
        fields.put("BT-109", money(totals.withoutVat()));
        fields.put("BT-110", money(totals.vat()));
        fields.put("BT-111", money(totals.vatInAccountingCurrency()));
        fields.put("BT-112", money(totals.withVat()));
        fields.put("BT-113", money(totals.prepaid()));
        fields.put("BT-114", money(totals.rounding()));
        fields.put("BT-115", money(totals.due()));
        return fields;
    }

    private static Map<String, @Nullable Object> vat(InvoiceContent.Vat vat) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("BT-116", money(vat.taxable()));
        fields.put("BT-117", money(vat.tax()));
        fields.put("BT-118", vat.category());
        fields.put("BT-119", decimal(vat.rate()));
        return fields;
    }

    private static Map<String, @Nullable Object> coded(InvoiceContent.Coded line) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("line", line.line());
        fields.put("account", line.account());
        fields.put("costCentre", line.costCentre());
        fields.put("dimensions", line.dimensions());
        fields.put("taxCode", line.taxCode());
        fields.put("net", money(line.net()));
        fields.put("shares", line.shares().stream().map(ContentRecipe::share).toList());
        return fields;
    }

    private static Map<String, @Nullable Object> share(CodedLine.Share share) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("costCentre", share.costCentre());
        fields.put("dimensions", share.dimensions());
        fields.put("net", money(share.net()));
        return fields;
    }

    private static @Nullable Map<String, @Nullable Object> rate(@Nullable ExchangeRate rate) {
        if (rate == null) {
            return null;
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("currency", rate.currency().code());
        fields.put("base", rate.base().code());
        fields.put("rate", decimal(rate.rate()));
        fields.put("date", text(rate.date()));
        fields.put("table", rate.table());
        fields.put("source", rate.source());
        return fields;
    }

    /** 100 and 100.00 PLN are the same amount and have the same text. */
    private static @Nullable List<String> money(@Nullable Money money) {
        if (money == null) {
            return null;
        }
        return List.of(money.plain().amount().toPlainString(), money.currency().code());
    }

    private static @Nullable String decimal(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
