package io.simbaerp.workflow.matrix;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a decision table as it could be.
 *
 * @param note what the table says about the row
 */
public record RowDraft(String table, String row, @Nullable String note, List<Cell> inputs, List<Cell> outputs) {

    /**
     * A cell.
     *
     * @param label what stands above it
     * @param now what it says now
     * @param draft what it is to say
     */
    public record Cell(String label, String now, String draft) {

        /** Whether the draft says something else. */
        public boolean differs() {
            return !now.equals(draft);
        }
    }
}
