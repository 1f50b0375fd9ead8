package io.simbaerp.invoice.entry.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.invoice.entry.EnteredInvoice;
import io.simbaerp.invoice.entry.EnteredInvoice.VatRow;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.page.EnteredNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A typed-in invoice as REST and the page send it:
 *
 * <pre>{"kind": "invoice", "number": "FV/7", "issueDate": "2026-11-02", "dueDate": "2026-11-16", "currency": "PLN",
 *  "sellerName": "Transwolta", "sellerTaxId": "9990011222", "sellerCountry": "PL", "account": "PL61...",
 *  "vat": [{"category": "S", "rate": "23", "net": "100.00", "tax": "23.00"}], "gross": "123.00"}</pre>
 */
final class EntryInput {

    static final List<String> FIELDS = List.of(
            "kind",
            "number",
            "issueDate",
            "supplyDate",
            "dueDate",
            "currency",
            "sellerName",
            "sellerTaxId",
            "sellerStreet",
            "sellerPostCode",
            "sellerCity",
            "sellerCountry",
            "account",
            "description",
            "gross");
    static final List<String> COLUMNS = List.of("category", "rate", "net", "tax");
    static final List<String> CATEGORIES = List.of("S", "Z", "E", "AE", "K", "G", "O");

    private static final Set<String> WITHOUT_RATE = Set.of("O");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EntryInput() {}

    /** The form's fields in the shape of REST; rows of which nothing is filled in are left out. */
    static JsonNode ofFields(Map<String, List<String>> fields) {
        ObjectNode entry = JSON.createObjectNode();
        for (String field : FIELDS) {
            List<String> values = fields.getOrDefault(field, List.of());
            if (!values.isEmpty()) {
                entry.put(field, values.get(0));
            }
        }
        ArrayNode rows = entry.putArray("vat");
        List<String> nets = fields.getOrDefault("net", List.of());
        for (int i = 0; i < nets.size(); i++) {
            if (!nets.get(i).isBlank()) {
                ObjectNode row = rows.addObject();
                for (String column : COLUMNS) {
                    List<String> values = fields.getOrDefault(column, List.of());
                    row.put(column, i < values.size() ? values.get(i) : "");
                }
            }
        }
        return entry;
    }

    /**
     * What was typed in.
     *
     * @throws RuleViolation invoice.entry-missing, invoice.entry-malformed, and what the whole breaks
     */
    static EnteredInvoice read(@Nullable JsonNode entry) {
        if (entry == null || entry.isNull()) {
            throw RuleViolation.ofField("coding", "invoice.entry-nothing");
        }
        CurrencyCode currency = currency(required(entry, "currency"));
        String country = required(entry, "sellerCountry").toUpperCase(Locale.ROOT);
        if (!Set.of(Locale.getISOCountries()).contains(country)) {
            throw malformed("sellerCountry", country);
        }
        List<VatRow> rows = new ArrayList<>();
        entry.path("vat").forEach(row -> rows.add(row(row, currency)));
        return new EnteredInvoice(
                "credit-note".equals(text(entry, "kind")),
                required(entry, "number"),
                date("issueDate", required(entry, "issueDate")),
                dateIfAny("supplyDate", text(entry, "supplyDate")),
                dateIfAny("dueDate", text(entry, "dueDate")),
                new EnteredInvoice.Seller(
                        required(entry, "sellerName"),
                        text(entry, "sellerTaxId"),
                        text(entry, "sellerStreet"),
                        text(entry, "sellerCity"),
                        text(entry, "sellerPostCode"),
                        country),
                account(text(entry, "account")),
                text(entry, "description"),
                rows,
                money(entry, "gross", currency));
    }

    private static VatRow row(JsonNode row, CurrencyCode currency) {
        String category = required(row, "category");
        if (!CATEGORIES.contains(category)) {
            throw malformed("category", category);
        }
        BigDecimal rate = WITHOUT_RATE.contains(category) ? null : number("rate", required(row, "rate"));
        return new VatRow(category, rate, money(row, "net", currency), money(row, "tax", currency));
    }

    private static Money money(JsonNode node, String field, CurrencyCode currency) {
        JsonNode value = node.path(field);
        JsonNode amount = value.isObject() ? value.path("amount") : value;
        String text = amount.isNumber() ? amount.decimalValue().toPlainString() : amount.asString("");
        if (text.isBlank()) {
            throw RuleViolation.ofField(field, "invoice.entry-missing");
        }
        BigDecimal number = number(field, text);
        if (number.stripTrailingZeros().scale() > currency.decimals()) {
            throw malformed(field, text);
        }
        return new Money(number, currency);
    }

    private static BigDecimal number(String field, String text) {
        try {
            return new BigDecimal(String.valueOf(EnteredNumber.plain(text)));
        } catch (NumberFormatException e) {
            throw malformed(field, text);
        }
    }

    private static CurrencyCode currency(String code) {
        try {
            return CurrencyCode.of(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw malformed("currency", code);
        }
    }

    private static @Nullable LocalDate dateIfAny(String field, @Nullable String text) {
        return text == null ? null : date(field, text);
    }

    private static LocalDate date(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw malformed(field, text);
        }
    }

    private static @Nullable String account(@Nullable String typed) {
        return typed == null ? null : typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private static String required(JsonNode node, String field) {
        String text = text(node, field);
        if (text == null) {
            throw RuleViolation.ofField(field, "invoice.entry-missing");
        }
        return text;
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        String text = value.isString() ? value.asString().strip() : value.isNumber() ? value.toString() : "";
        return text.isEmpty() ? null : text;
    }

    private static RuleViolation malformed(String field, @Nullable String what) {
        return RuleViolation.ofField(field, "invoice.entry-malformed", String.valueOf(what));
    }
}
