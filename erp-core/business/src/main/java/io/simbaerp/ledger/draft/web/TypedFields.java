package io.simbaerp.ledger.draft.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a form was typed. */
final class TypedFields {

    /** What belongs to sending the form, and to its buttons. */
    private static final Set<String> NOT_TYPED = Set.of("_csrf", "_company", "then", "template", "templateAmount");

    private static final List<String> SAY_SOMETHING =
            List.of("narration", "documentNumber", "account", "debit", "credit", "party", "text");

    private TypedFields() {}

    static Map<String, List<String>> of(Map<String, ? extends @Nullable List<? extends @Nullable String>> fields) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        fields.forEach((name, values) -> {
            if (values != null && !NOT_TYPED.contains(name)) {
                List<String> texts = new ArrayList<>();
                values.forEach(value -> texts.add(value == null ? "" : value));
                typed.put(name, texts);
            }
        });
        return typed;
    }

    /** Whether anything was typed that is worth keeping: dates and a journal stand in every empty form. */
    static boolean saySomething(Map<String, List<String>> typed) {
        return SAY_SOMETHING.stream()
                .flatMap(name -> typed.getOrDefault(name, List.of()).stream())
                .anyMatch(value -> !value.isBlank());
    }
}
