package io.simbaerp.ledger.chart;

import io.simbaerp.architecture.RuleViolation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Charts in JSON: the trees of ERPNext, where a name leads to what lies below it, and those of GnuCash, nested by children
 * or flat by parents. A heading without a number gets one from its place in the tree, such as H01.02.
 */
final class JsonChart {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final List<ChartAccount> accounts = new ArrayList<>();

    private JsonChart() {}

    /** @throws RuleViolation chart.file-unreadable, chart.format-unknown */
    static List<ChartAccount> read(byte[] file) {
        JsonNode root;
        try {
            root = MAPPER.readTree(file);
        } catch (JacksonException e) {
            throw RuleViolation.ofField(
                    "file",
                    "chart.file-unreadable",
                    e.getLocation() == null ? 0 : e.getLocation().getLineNr());
        }
        JsonChart chart = new JsonChart();
        if (root.path("tree").isObject()) {
            chart.tree(root.path("tree"), null, "H", null);
        } else if (root.path("children").isArray()) {
            chart.nested(root, null, "H", 0);
        } else if (root.isObject()
                && root.propertyStream().anyMatch(entry -> entry.getValue().has("parent"))) {
            chart.flat(root);
        } else {
            throw RuleViolation.ofField("file", "chart.format-unknown");
        }
        return chart.accounts;
    }

    private void tree(JsonNode level, @Nullable String parent, String place, @Nullable String rootType) {
        int ordinal = 0;
        for (Map.Entry<String, JsonNode> entry : level.properties()) {
            JsonNode node = entry.getValue();
            if (!node.isObject()) {
                continue;
            }
            ordinal++;
            String here = place(place, ordinal);
            String root = text(node, "root_type") == null ? rootType : text(node, "root_type");
            String number = text(node, "account_number");
            String code = number == null ? here : number;
            boolean leaf =
                    node.propertyStream().noneMatch(child -> child.getValue().isObject())
                            && node.path("is_group").asInt(0) == 0;
            ChartAccount account = ChartAccount.of(
                    accounts.size() + 1, code, entry.getKey(), text(node, "account_type"), parent, leaf);
            accounts.add(account.typed(Categories.type(root)));
            tree(node, code, here, root);
        }
    }

    private void nested(JsonNode node, @Nullable String parent, String place, int ordinal) {
        boolean root = "ROOT".equalsIgnoreCase(text(node, "account_type"));
        String here = root ? place : place(place, ordinal);
        String code = root ? null : code(text(node, "account_number"), node, here);
        if (code != null) {
            add(node, code, parent, node.path("children").isEmpty());
        }
        int below = 0;
        for (JsonNode child : node.path("children")) {
            nested(child, code, here, ++below);
        }
    }

    private void flat(JsonNode root) {
        Map<String, JsonNode> nodes = new LinkedHashMap<>();
        root.propertyStream()
                .filter(entry -> entry.getValue().isObject())
                .forEach(entry -> nodes.put(entry.getKey(), entry.getValue()));
        Map<String, List<String>> below = new HashMap<>();
        nodes.forEach(
                (id, node) -> below.computeIfAbsent(String.valueOf(text(node, "parent")), none -> new ArrayList<>())
                        .add(id));
        descend("null", null, "H", nodes, below);
    }

    private void descend(
            String parentId,
            @Nullable String parent,
            String place,
            Map<String, JsonNode> nodes,
            Map<String, List<String>> below) {
        int ordinal = 0;
        for (String id : below.getOrDefault(parentId, List.of())) {
            JsonNode node = nodes.get(id);
            if (node == null) {
                continue;
            }
            if ("ROOT".equalsIgnoreCase(text(node, "account_type"))) {
                descend(id, null, place, nodes, below);
                continue;
            }
            String here = place(place, ++ordinal);
            String code = code(text(node, "account_number"), node, here);
            add(
                    node,
                    code,
                    parent,
                    !below.containsKey(id) && node.path("is_group").asInt(0) == 0);
            descend(id, code, here, nodes, below);
        }
    }

    private void add(JsonNode node, String code, @Nullable String parent, boolean postable) {
        String name = text(node, "name");
        accounts.add(ChartAccount.of(
                accounts.size() + 1, code, name == null ? "" : name, text(node, "account_type"), parent, postable));
    }

    /** GnuCash often writes the number before the name. */
    private static String code(@Nullable String number, JsonNode node, String place) {
        if (number != null) {
            return number;
        }
        String name = text(node, "name");
        boolean group = node.path("is_group").asInt(0) == 1;
        return !group && name != null && name.matches("\\d{3,}\\s.*") ? name.substring(0, name.indexOf(' ')) : place;
    }

    private static String place(String above, int ordinal) {
        return above + (above.equals("H") ? "" : ".") + "%02d".formatted(ordinal);
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() || value.asString().isBlank()
                ? null
                : value.asString().strip();
    }
}
