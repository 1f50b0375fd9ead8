package io.simbaerp.ledger.dimension;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Dimensions as a form sends them: a field {@code axis.PROJECT} for each axis, filled or not. */
public final class EnteredDimensions {

    /** What the name of such a field begins with. */
    public static final String FIELD = "axis.";

    private EnteredDimensions() {}

    /** Those of a line, counted from 0; what is empty is left out. */
    public static Map<String, String> of(Map<String, List<String>> sent, int line) {
        Map<String, String> entered = new TreeMap<>();
        for (Map.Entry<String, List<String>> field : sent.entrySet()) {
            if (field.getKey().startsWith(FIELD) && line < field.getValue().size()) {
                String number = code(field.getValue().get(line));
                if (!number.isEmpty()) {
                    entered.put(field.getKey().substring(FIELD.length()), number);
                }
            }
        }
        return entered;
    }

    /** The number, also where the name was chosen with it, two spaces apart. */
    public static String code(String entered) {
        int name = entered.indexOf("  ");
        return (name < 0 ? entered : entered.substring(0, name)).strip();
    }
}
