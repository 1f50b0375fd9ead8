package io.simbaerp.expense.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.expense.booking.CodingDraft;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The coding as REST and the page send it:
 *
 * <pre>{"lines": [{"line": "…", "account": "409-01", "costCentre": "200", "taxCode": "NP"}], "postingDate": "2026-11-30"}</pre>
 *
 * A line that is left out goes where its category proposes; without a posting date it is posted under today.
 */
final class ClaimCodingInput {

    private ClaimCodingInput() {}

    /** The form's fields in the shape of REST. */
    static JsonNode ofFields(Map<String, List<String>> fields) {
        ObjectNode coding = JsonMapper.shared().createObjectNode();
        ArrayNode lines = coding.putArray("lines");
        List<String> keys = fields.getOrDefault("line", List.of());
        for (int place = 0; place < keys.size(); place++) {
            ObjectNode line = lines.addObject();
            line.put("line", keys.get(place));
            line.put("account", firstWord(at(fields, "account", place, "")));
            line.put("costCentre", firstWord(at(fields, "costCentre", place, "")));
            line.put("taxCode", firstWord(at(fields, "taxCode", place, "")));
        }
        coding.put("postingDate", at(fields, "postingDate", 0, ""));
        return coding;
    }

    /** @throws RuleViolation expense.coding-malformed */
    static CodingDraft draft(@Nullable JsonNode coding) {
        if (coding == null || coding.isNull()) {
            return new CodingDraft(null, List.of());
        }
        List<CodingDraft.Line> lines = new ArrayList<>();
        JsonNode given = coding.path("lines");
        for (int place = 0; place < given.size(); place++) {
            JsonNode line = given.get(place);
            String field = "lines[" + place + "].";
            String centre = text(line, "costCentre");
            lines.add(new CodingDraft.Line(
                    id(required(line, "line", field), field + "line"),
                    required(line, "account", field),
                    centre.isEmpty() ? null : centre,
                    required(line, "taxCode", field)));
        }
        return new CodingDraft(date(text(coding, "postingDate")), lines);
    }

    static String at(Map<String, List<String>> fields, String name, int place, String otherwise) {
        List<String> values = fields.getOrDefault(name, List.of());
        return place < values.size() ? values.get(place) : otherwise;
    }

    private static UUID id(String text, String field) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException wrong) {
            throw RuleViolation.ofField(field, "expense.coding-malformed", text);
        }
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw RuleViolation.ofField("postingDate", "expense.coding-malformed", text);
        }
    }

    private static String required(JsonNode line, String name, String field) {
        String text = text(line, name);
        if (text.isEmpty()) {
            throw RuleViolation.ofField(field + name, "expense.coding-malformed", name);
        }
        return text;
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.asString().strip() : value.isNumber() ? value.toString() : "";
    }

    /** A type-ahead may leave the name behind the code. */
    private static String firstWord(String text) {
        return text.strip().split("\\s", 2)[0];
    }
}
