package io.simbaerp.invoice.content;

import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The content of an invoice as a list to be shown: every field the hash covers, in its order, and nothing else. */
public final class ContentFields {

    private static final String PREFIX = "invoice.content.";

    private final List<Field> fields = new ArrayList<>();

    private ContentFields() {}

    /**
     * One field.
     *
     * @param key its message key
     * @param parts what it says: amounts, dates, numbers and words
     */
    public record Field(String key, List<Object> parts) {

        public Field {
            parts = List.copyOf(parts);
        }

        /** The parts as one text, each written by the writer. */
        public String text(Function<Object, String> writer) {
            return parts.stream().map(writer).collect(Collectors.joining(" "));
        }
    }

    /** All fields; those the invoice doesn't state are left out. */
    public static List<Field> of(InvoiceContent content) {
        ContentFields list = new ContentFields();
        list.identity(content);
        list.dates(content.dates());
        list.add("vat-period", content.vatPeriod());
        list.add("vat-period-reason", content.vatPeriodReason());
        list.add("currency", content.currency());
        list.rate("ledger-rate", content.ledgerRate());
        list.rate("vat-rate", content.vatRate());
        list.totals(content.totals());
        content.vatBreakdown()
                .forEach(vat -> list.add(
                        "vat",
                        vat.category(),
                        Objects.requireNonNullElse(vat.rate(), BigDecimal.ZERO),
                        "%:",
                        vat.taxable(),
                        "+",
                        vat.tax()));
        content.coding().forEach(list::coded);
        list.add("original", content.originalSha256());
        return List.copyOf(list.fields);
    }

    /** The fields that decisions about some lines cover. */
    public static List<Field> ofLines(InvoiceContent content) {
        ContentFields list = new ContentFields();
        list.add("kind", content.kind());
        list.add("number", content.number());
        list.claim(content);
        list.dates(content.dates());
        list.add("vat-period", content.vatPeriod());
        list.add("currency", content.currency());
        list.rate("ledger-rate", content.ledgerRate());
        list.rate("vat-rate", content.vatRate());
        content.coding().forEach(list::coded);
        list.add("original", content.originalSha256());
        return List.copyOf(list.fields);
    }

    /** A part as REST writes it: plain decimals, ISO dates. */
    public static String plain(Object part) {
        if (part instanceof Money money) {
            return money.amount().toPlainString() + " " + money.currency();
        }
        return part instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : part.toString();
    }

    /** Parts as REST writes them, side by side. */
    public static String plain(List<Object> parts) {
        return parts.stream().map(ContentFields::plain).collect(Collectors.joining(" "));
    }

    private void identity(InvoiceContent content) {
        add("kind", content.kind());
        add("number", content.number());
        add("ksef", content.ksefNumber());
        claim(content);
    }

    /** Who is owed, who is to be paid, and how. */
    private void claim(InvoiceContent content) {
        add("supplier", content.supplierName(), content.supplierTaxId());
        add("party", content.supplierId());
        add("payee", content.payee());
        add("payee-party", content.payeeId());
        add("account", content.account());
        if (!content.marks().isEmpty()) {
            add("marks", String.join(", ", content.marks()));
        }
        if (!content.originals().isEmpty()) {
            add("originals", String.join(", ", content.originals()));
        }
    }

    private void dates(InvoiceContent.Dates dates) {
        add("issue", dates.issue());
        add("supply-from", dates.supplyFrom());
        add("supply", dates.supplyTo());
        add("tax-point", dates.taxPoint());
        add("received", dates.received());
        add("due", dates.due());
        add("posting", dates.posting());
        add("fiscal-period", dates.fiscalPeriod());
    }

    private void coded(InvoiceContent.Coded line) {
        add(
                "coding",
                line.line() + ":",
                line.account(),
                line.costCentre() == null ? "-" : line.costCentre(),
                dimensions(line.dimensions()),
                line.taxCode(),
                line.net());
        line.shares()
                .forEach(share -> add(
                        "coding-share",
                        line.line() + ":",
                        share.costCentre() == null ? "-" : share.costCentre(),
                        dimensions(share.dimensions()),
                        share.net()));
    }

    private static @Nullable String dimensions(Map<String, String> dimensions) {
        return dimensions.isEmpty()
                ? null
                : dimensions.entrySet().stream()
                        .map(named -> named.getKey() + " " + named.getValue())
                        .collect(Collectors.joining(", "));
    }

    private void totals(InvoiceContent.Totals totals) {
        add("bt-106", totals.lines());
        add("bt-107", totals.allowances());
        add("bt-108", totals.charges());
        add("bt-109", totals.withoutVat());
        add("bt-110", totals.vat());
        add("bt-111", totals.vatInAccountingCurrency());
        add("bt-112", totals.withVat());
        add("bt-113", totals.prepaid());
        add("bt-114", totals.rounding());
        add("bt-115", totals.due());
    }

    private void rate(String key, @Nullable ExchangeRate rate) {
        if (rate != null) {
            add(key, rate.rate(), rate.currency() + "/" + rate.base(), rate.table(), rate.date(), rate.source());
        }
    }

    private void add(String key, @Nullable Object... parts) {
        List<Object> stated = new ArrayList<>();
        for (Object part : parts) {
            if (part != null) {
                stated.add(part);
            }
        }
        if (!stated.isEmpty()) {
            fields.add(new Field(PREFIX + key, stated));
        }
    }
}
