package io.simbaerp.expense.web;

import io.simbaerp.task.TaskFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is different between two contents of a claim, field by field and line by line. */
final class ContentChanges {

    private static final List<String> OF_CLAIM = List.of("purpose", "first-day", "last-day", "cost-centre");
    private static final List<String> OF_LINE = List.of(
            "spent-on",
            "category",
            "description",
            "merchant",
            "merchant-tax-id",
            "document-number",
            "gross",
            "paid-by",
            "cost-centre",
            "receipt",
            "no-receipt",
            "reckoning");

    private ContentChanges() {}

    static List<TaskFacts.ChangedField> between(String before, String after) {
        JsonNode old = JsonMapper.shared().readTree(before);
        JsonNode now = JsonMapper.shared().readTree(after);
        List<TaskFacts.ChangedField> changes = new ArrayList<>();
        OF_CLAIM.forEach(field -> add(changes, field, null, old, now));
        Map<String, JsonNode> oldLines = lines(old);
        Map<String, JsonNode> nowLines = lines(now);
        nowLines.forEach((id, line) -> {
            JsonNode earlier = oldLines.remove(id);
            String place = text(line, "description");
            if (earlier == null) {
                changes.add(new TaskFacts.ChangedField("expense.field.line", place, "", text(line, "gross")));
            } else {
                OF_LINE.forEach(field -> add(changes, field, place, earlier, line));
            }
        });
        oldLines.values()
                .forEach(line -> changes.add(new TaskFacts.ChangedField(
                        "expense.field.line", text(line, "description"), text(line, "gross"), "")));
        return changes;
    }

    private static void add(
            List<TaskFacts.ChangedField> changes,
            String field,
            @Nullable String place,
            JsonNode before,
            JsonNode after) {
        String was = text(before, field);
        String is = text(after, field);
        if (!Objects.equals(was, is)) {
            changes.add(new TaskFacts.ChangedField("expense.field." + field, place, was, is));
        }
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        String text = value.isString() ? value.asString() : value.isObject() ? value.toString() : "";
        return field.equals("receipt") && text.length() > 8 ? text.substring(0, 8) : text;
    }

    private static Map<String, JsonNode> lines(JsonNode content) {
        Map<String, JsonNode> lines = new LinkedHashMap<>();
        content.path("lines").forEach(line -> lines.put(line.path("id").asString(), line));
        return lines;
    }
}
