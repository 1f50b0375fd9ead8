package io.simbaerp.document.web;

import io.simbaerp.document.DocumentFilter;
import io.simbaerp.document.DocumentState;
import io.simbaerp.page.RuleTexts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.util.UriComponentsBuilder;

/** The filters of the list; they stand in the address, so that a list can be sent to somebody. */
record DocumentFilterForm(
        @Nullable DocumentState state,
        @Nullable String kind,
        @Nullable String text,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to) {

    /** A filter that is on, and the address without it. */
    record Chip(String label, Object value, String remove) {}

    DocumentFilter filter() {
        return new DocumentFilter(state, textOrNull(kind), textOrNull(text), from, to);
    }

    public boolean isOn() {
        return !values().isEmpty();
    }

    /** The address of the list with these filters, for paging. */
    public String address() {
        return address("/documents", null);
    }

    public String exportAddress() {
        return address("/documents/export", null);
    }

    List<Chip> chips(RuleTexts texts) {
        List<Chip> chips = new ArrayList<>();
        values().forEach((name, value) -> chips.add(new Chip(
                texts.message("document.filter." + name, List.of()),
                shown(name, value, texts),
                address("/documents", name))));
        return chips;
    }

    private String address(String path, @Nullable String without) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        values().forEach((name, value) -> {
            if (!name.equals(without)) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(new LinkedHashMap<>(values())).toUriString();
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, "text", textOrNull(text));
        put(values, "state", state);
        put(values, "kind", textOrNull(kind));
        put(values, "from", from);
        put(values, "to", to);
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static Object shown(String name, Object value, RuleTexts texts) {
        return Stream.of("state", "kind").anyMatch(name::equals)
                ? texts.message("document." + name + "." + value, List.of())
                : value;
    }

    private static @Nullable String textOrNull(@Nullable String entered) {
        return entered == null || entered.isBlank() ? null : entered.strip();
    }
}
