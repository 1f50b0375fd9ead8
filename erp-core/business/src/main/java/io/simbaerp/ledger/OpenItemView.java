package io.simbaerp.ledger;

import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim or a debt and what is left of it.
 *
 * @param side CREDIT for what we owe, DEBIT for what is owed to us
 * @param amount in the currency it is to be settled in; negative if it takes an earlier one back
 * @param remaining what allocations have left of it
 * @param baseAmount in the company's currency, as posted
 */
public record OpenItemView(
        UUID id,
        JournalEntryId entryId,
        String entryNumber,
        String account,
        UUID partyId,
        Side side,
        Money amount,
        Money remaining,
        Money baseAmount,
        LocalDate dueDate,
        @Nullable UUID documentId) {}
