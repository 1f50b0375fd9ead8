package io.simbaerp.page.list;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** The addresses of a list: as it is, without a filter, sorted otherwise, further on. */
record ListAddress(
        String path, Map<String, List<String>> parameters, Map<String, List<String>> panel, String standardOrder) {

    static ListAddress of(ListDescriptor list, ListRequest request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (request.text() != null) {
            parameters.put("text", List.of(request.text()));
        }
        Map<String, List<String>> panel = new LinkedHashMap<>();
        request.filters().forEach((filter, given) -> {
            if (!filter.isStandard(given)) {
                parameters.put(filter.key(), given);
                if (filter.panel()) {
                    panel.put(filter.key(), given);
                }
            }
        });
        if (!request.order().equals(list.sort())) {
            parameters.put("sort", List.of(request.order()));
        }
        if (request.grouping() != null) {
            parameters.put("group", List.of(request.grouping().key()));
        }
        if (!request.columns().isEmpty()) {
            parameters.put(
                    "columns",
                    List.of(request.columns().stream().map(ListColumn::key).collect(Collectors.joining(","))));
        }
        return new ListAddress(list.path(), parameters, panel, list.sort());
    }

    /** Search, filters, sorting, grouping and columns, without what goes without saying. */
    String query() {
        return query(null, null);
    }

    /** The whole list in this order; says so even where nothing else is asked, so that no saved view takes over. */
    String whole() {
        return address(query());
    }

    /** Nothing searched or filtered, but still what was chosen beside the list. */
    String plain() {
        return address(besides());
    }

    /** Whether what was chosen beside the list is this. */
    boolean isAt(String preset) {
        String chosen = besides();
        return preset.equals(chosen) || preset.startsWith(chosen + "&sort=");
    }

    private String besides() {
        StringBuilder query = new StringBuilder();
        panel.forEach((name, values) -> values.forEach(value -> add(query, name, value)));
        return query.toString();
    }

    String without(String name) {
        return address(query(name, null));
    }

    String sorted(String order) {
        return with("sort", order);
    }

    String grouped(String grouping) {
        return with("group", grouping);
    }

    private String with(String name, String value) {
        String query = query(name, null);
        return path + "?" + (query.isEmpty() ? "" : query + "&") + name + "=" + value;
    }

    String after(String cursor) {
        return address(query(null, cursor));
    }

    private String address(String query) {
        return path + "?" + (query.isEmpty() ? "sort=" + standardOrder : query);
    }

    private String query(@Nullable String without, @Nullable String after) {
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, values) -> {
            if (!name.equals(without)) {
                values.forEach(value -> add(query, name, value));
            }
        });
        if (after != null) {
            add(query, "after", after);
        }
        return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(UriUtils.encode(value, java.nio.charset.StandardCharsets.UTF_8));
    }
}
