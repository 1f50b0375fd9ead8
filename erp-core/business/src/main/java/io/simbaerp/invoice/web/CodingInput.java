package io.simbaerp.invoice.web;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.invoice.CodingDraft;
import io.simbaerp.ledger.dimension.EnteredDimensions;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.page.EnteredNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The coding as REST and the page send it:
 *
 * <pre>{"lines": [{"line": "1", "account": "402-03", "costCentre": "310", "dimensions": {"PROJECT": "P-1"},
 *  "taxCode": "Z23", "net": "100.00"}], "vatPeriod": "2026-11", "postingDate": "2026-11-30", "version": 3}</pre>
 *
 * Everything but a line's key, account and VAT code may be left out; a line without a net takes the whole line; without
 * lines the proposal stands. {@code %} and the code of a distribution key stand where a number would. {@code vatPeriod} may be {@code on-payment}; for a correction another month than the proposed
 * one takes a {@code vatPeriodReason}. {@code version} is that of the invoice the coding was made for: if somebody changed
 * the invoice meanwhile, nothing is overwritten unseen.
 */
final class CodingInput {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CodingInput() {}

    /** The form's fields in the shape of REST. */
    static JsonNode ofFields(Map<String, List<String>> fields) {
        ObjectNode coding = JSON.createObjectNode();
        ArrayNode lines = coding.putArray("lines");
        List<String> keys = fields.getOrDefault("line", List.of());
        for (int i = 0; i < keys.size(); i++) {
            ObjectNode line = lines.addObject();
            line.put("line", keys.get(i));
            line.put("account", firstWord(at(fields, "account", i)));
            line.put("costCentre", firstWord(at(fields, "costCentre", i)));
            ObjectNode dimensions = line.putObject("dimensions");
            EnteredDimensions.of(fields, i).forEach(dimensions::put);
            line.put("taxCode", firstWord(at(fields, "taxCode", i)));
            line.put("net", EnteredNumber.plain(at(fields, "net", i)));
        }
        coding.put("vatPeriod", at(fields, "vatPeriod", 0));
        coding.put("vatPeriodReason", at(fields, "vatPeriodReason", 0));
        coding.put("postingDate", at(fields, "postingDate", 0));
        coding.put("version", at(fields, "version", 0));
        return coding;
    }

    /** @throws RuleViolation invoice.coding-malformed */
    static @Nullable CodingDraft draft(@Nullable JsonNode coding, CurrencyCode currency, Map<String, Money> nets) {
        if (coding == null || coding.isNull()) {
            return null;
        }
        List<CodingDraft.Line> lines = new ArrayList<>();
        JsonNode given = coding.path("lines");
        for (int i = 0; i < given.size(); i++) {
            lines.add(line(given.get(i), i, currency, nets));
        }
        return new CodingDraft(lines, text(coding, "vatPeriod"), text(coding, "vatPeriodReason"), date(coding));
    }

    /**
     * Refuses what was made for another version of the invoice; who names none codes the present one.
     *
     * @throws Conflict invoice.version-stale
     */
    static void requireMadeFor(@Nullable JsonNode coding, int present) {
        String version = coding == null ? null : text(coding, "version");
        if (version != null && !version.equals(Integer.toString(present))) {
            throw new Conflict("invoice.version-stale", present);
        }
    }

    private static CodingDraft.Line line(JsonNode line, int i, CurrencyCode currency, Map<String, Money> nets) {
        String key = required(line, "line", i);
        Money whole = nets.get(key);
        Money net = amount(line.path("net"), i, currency);
        if (net == null && whole == null) {
            throw malformed("lines[" + i + "].net", "net");
        }
        return new CodingDraft.Line(
                key,
                required(line, "account", i),
                text(line, "costCentre"),
                dimensions(line, i),
                required(line, "taxCode", i),
                net == null ? Objects.requireNonNull(whole) : net);
    }

    private static Map<String, String> dimensions(JsonNode line, int i) {
        Map<String, String> dimensions = new TreeMap<>();
        JsonNode given = line.path("dimensions");
        if (!given.isMissingNode() && !given.isNull() && !given.isObject()) {
            throw malformed("lines[" + i + "].dimensions", "dimensions");
        }
        given.propertyNames().forEach(axis -> {
            String number = text(given, axis);
            if (number != null) {
                dimensions.put(axis, number);
            }
        });
        return dimensions;
    }

    /** As plain text, as a number, or as money of REST. */
    private static @Nullable Money amount(JsonNode net, int i, CurrencyCode currency) {
        JsonNode number = net.isObject() ? net.path("amount") : net;
        CurrencyCode stated = net.isObject() && net.hasNonNull("currency")
                ? CurrencyCode.of(net.path("currency").asString())
                : currency;
        String text = number.isNumber()
                ? number.decimalValue().toPlainString()
                : number.isString() ? number.asString().strip() : "";
        if (text.isEmpty()) {
            return null;
        }
        try {
            return new Money(new BigDecimal(text), stated);
        } catch (NumberFormatException e) {
            throw malformed("lines[" + i + "].net", text);
        }
    }

    private static @Nullable LocalDate date(JsonNode coding) {
        String text = text(coding, "postingDate");
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw malformed("postingDate", text);
        }
    }

    private static String required(JsonNode line, String name, int i) {
        String text = text(line, name);
        if (text == null) {
            throw malformed("lines[" + i + "]." + name, name);
        }
        return text;
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        String text = value.isString() ? value.asString().strip() : value.isNumber() ? value.toString() : "";
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String at(Map<String, List<String>> fields, String name, int i) {
        List<String> values = fields.getOrDefault(name, List.of());
        return i < values.size() ? values.get(i) : null;
    }

    /** A type-ahead may leave the name behind the code. */
    private static @Nullable String firstWord(@Nullable String text) {
        return text == null ? null : text.strip().split("\\s", 2)[0];
    }

    private static RuleViolation malformed(String field, @Nullable String what) {
        return RuleViolation.ofField(field, "invoice.coding-malformed", String.valueOf(what));
    }
}
