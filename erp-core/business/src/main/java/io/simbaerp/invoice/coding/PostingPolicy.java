package io.simbaerp.invoice.coding;

import io.simbaerp.invoice.posting.PostingInput;
import org.jspecify.annotations.Nullable;

/**
 * How a company wants its purchase invoices posted.
 *
 * @param journal the journal of purchases
 * @param redCreditNotes whether credit notes post negative lines; otherwise the opposite sides
 * @param accounts the accounts that belong to no line
 * @param advanceAccount proposed for what is paid ahead of the supply, and for its settlement
 * @param settlementAccount proposed for what an invoice charges or deducts beyond the supply, until somebody explains it
 * @param costAccount proposed for a line nothing speaks for
 * @param differenceAccount proposed for what an invoice claims beyond its lines
 * @param costCentre proposed where an account asks for one
 */
public record PostingPolicy(
        String journal,
        boolean redCreditNotes,
        PostingInput.Accounts accounts,
        String advanceAccount,
        String settlementAccount,
        String costAccount,
        String differenceAccount,
        @Nullable String costCentre) {}
