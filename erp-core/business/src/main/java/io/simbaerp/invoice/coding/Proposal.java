package io.simbaerp.invoice.coding;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A coding nobody has accepted yet.
 *
 * @param precedent what it follows; nothing if it follows the company's defaults
 */
public record Proposal(List<CodedLine> lines, @Nullable Precedent precedent) {

    public Proposal {
        lines = List.copyOf(lines);
    }

    /**
     * Invoices of this supplier that were posted before.
     *
     * @param count how many
     * @param documentId the last one's document
     * @param number the last one's number
     */
    public record Precedent(int count, UUID documentId, String number, LocalDate issueDate) {}
}
