package io.simbaerp.integration.en16931;

import java.util.List;
import java.util.Set;

/**
 * A part of the rules that is left out while its gate is shut. It opens when every fact of one of the alternatives is
 * there, or an unfamiliar name turns up.
 *
 * @param parameter the stylesheet parameter that opens it
 */
record Gate(String parameter, List<Set<Fact>> alternatives, List<Unfamiliar> unfamiliar) {

    static Gate of(String parameter, Set<Set<Fact>> alternatives) {
        return new Gate(parameter, List.copyOf(alternatives), List.of());
    }

    /**
     * An element whose name ends as given but is none of those the rules name themselves.
     *
     * @param prefix its namespace, as a prefix of the rules; empty for any
     */
    record Unfamiliar(String prefix, String ending, Set<String> familiar) {}
}
