package io.simbaerp.company;

import java.util.List;

/**
 * What an import of rates did, or would do. With a single error nothing is stored.
 *
 * @param added rates that weren't there
 * @param repeated rates that were there already, exactly so
 */
public record ExchangeRateImport(List<AddExchangeRate.Draft> added, int repeated, List<RowError> errors) {

    /**
     * What is wrong with a line of the file.
     *
     * @param line counted from 1, the header being 1
     * @param field the column's name, or {@code line} if it can't be read at all
     * @param rule the rule's key
     */
    public record RowError(long line, String field, String rule, List<Object> args) {}

    public ExchangeRateImport {
        added = List.copyOf(added);
        errors = List.copyOf(errors);
    }

    /** Whether everything in the file is or could be stored. */
    public boolean complete() {
        return errors.isEmpty();
    }
}
