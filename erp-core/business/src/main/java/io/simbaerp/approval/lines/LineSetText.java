package io.simbaerp.approval.lines;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Lines of seats as they are stored with a request, by the keys of the seats. */
public final class LineSetText {

    private LineSetText() {}

    public static String write(Map<String, LineSet> lines) {
        return JsonMapper.shared().writeValueAsString(new TreeMap<>(lines));
    }

    public static Map<String, LineSet> read(String text) {
        return JsonMapper.shared().readValue(text, new TypeReference<Map<String, LineSet>>() {});
    }
}
