package io.simbaerp.ledger.opening;

import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table of opening balances would become.
 *
 * @param problems all that is wrong with it, row by row
 * @param entry the entry, where nothing is wrong
 */
public record OpeningPlan(
        int rows,
        int items,
        Money debit,
        Money credit,
        List<Problem> problems,
        @Nullable JournalEntryDraft entry) {

    public OpeningPlan {
        problems = List.copyOf(problems);
    }

    /**
     * What is wrong with a row.
     *
     * @param line of the table, its head is line 1; 0 for the table as a whole
     * @param field the column
     * @param rule its sentence is {@code rule.<rule>}
     */
    public record Problem(int line, String field, String rule, List<Object> args) {}
}
