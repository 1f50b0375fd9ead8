package io.simbaerp.isolation;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes fields named by their way through a body, such as {@code lines[].account}, as that body. */
final class Json {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Json() {}

    static String of(Map<String, String> fields) {
        ObjectNode root = JSON.createObjectNode();
        fields.forEach((name, value) -> put(root, name.split("\\."), 0, value));
        return root.toString();
    }

    private static void put(ObjectNode into, String[] way, int at, String value) {
        String name = way[at];
        boolean many = name.endsWith("[]");
        String plain = many ? name.substring(0, name.length() - 2) : name;
        if (plain.isEmpty()) {
            return;
        }
        if (at == way.length - 1) {
            if (many) {
                ((ArrayNode) into.withArrayProperty(plain)).add(value);
            } else if (value.equals("true")) {
                into.put(plain, true);
            } else {
                into.put(plain, value);
            }
            return;
        }
        if (many) {
            ArrayNode array = into.withArrayProperty(plain);
            ObjectNode element = array.isEmpty() ? array.addObject() : (ObjectNode) array.get(0);
            put(element, way, at + 1, value);
        } else {
            put(into.withObjectProperty(plain), way, at + 1, value);
        }
    }
}
