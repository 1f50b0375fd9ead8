package io.simbaerp.page.list;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filter of a list. Its name is the message {@code <words>.filter.<key>}.
 *
 * @param sql the condition, with the parameter named like the key
 * @param values what can be chosen, for choices
 * @param words the beginning of the message keys of these values
 * @param cases for filters of named conditions: each value's condition
 * @param standard the value where none is given, or null
 * @param panel whether it is chosen beside the list, with the source's presets, instead of in the form
 */
public record ListFilter(
        String key,
        Kind kind,
        String sql,
        List<String> values,
        @Nullable String words,
        Map<String, String> cases,
        @Nullable String standard,
        boolean panel) {

    /** What is entered. */
    public enum Kind {
        /** One or several of the values. */
        CHOICE,
        /** One or several of the values, or others nobody has a word for. */
        CHOICE_OR_OTHER,
        /** One of the named conditions. */
        CASE,
        /** A text, as the condition compares it. */
        TEXT,
        DATE,
        /** An amount; bound in hundredths. */
        AMOUNT,
        /** The id of a record; not entered by people, but part of addresses. */
        ID
    }

    /** One or several of these values of a column. */
    public static ListFilter choice(String key, String column, List<String> values, String words) {
        String sql = column + " = any (cast(:" + key + " as text[]))";
        return new ListFilter(key, Kind.CHOICE, sql, List.copyOf(values), words, Map.of(), null, false);
    }

    /** The same for a column in which other values may turn up too. */
    public static ListFilter choiceOrOther(String key, String column, List<String> values, String words) {
        ListFilter choice = choice(key, column, values, words);
        return new ListFilter(key, Kind.CHOICE_OR_OTHER, choice.sql(), choice.values(), words, Map.of(), null, false);
    }

    /** One of these conditions, by name. */
    public static ListFilter oneOf(String key, String words, Map<String, String> cases) {
        return new ListFilter(
                key, Kind.CASE, "", List.copyOf(cases.keySet()), words, new LinkedHashMap<>(cases), null, false);
    }

    public static ListFilter of(String key, Kind kind, String sql) {
        return new ListFilter(key, kind, sql, List.of(), null, Map.of(), null, false);
    }

    /** Holds with this value unless another is given. */
    public ListFilter unlessGiven(String value) {
        return new ListFilter(key, kind, sql, values, words, cases, value, panel);
    }

    /** Is chosen by the presets beside the list. */
    public ListFilter inPanel() {
        return new ListFilter(key, kind, sql, values, words, cases, standard, true);
    }

    boolean isStandard(List<String> given) {
        return given.size() == 1 && given.get(0).equals(standard);
    }
}
