package io.simbaerp.ledger.dimension;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Dimensions as people read them: numbers of values by the codes of their axes. */
public final class AxisNumbers {

    private AxisNumbers() {}

    /** From pairs of code and number, as {@code ledger.dimension_numbers} gives them. */
    public static Map<String, String> of(@Nullable Array pairs) throws SQLException {
        if (pairs == null) {
            return Map.of();
        }
        String[] codesAndNumbers = (String[]) pairs.getArray();
        Map<String, String> numbers = new TreeMap<>();
        for (int i = 0; i + 1 < codesAndNumbers.length; i += 2) {
            numbers.put(codesAndNumbers[i], codesAndNumbers[i + 1]);
        }
        return Collections.unmodifiableMap(numbers);
    }
}
