package io.simbaerp.ledger.allocation;

import io.simbaerp.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be settled with each other.
 *
 * @param day under which differences are posted
 * @param period the fiscal period of the day, such as {@code 2026-11}
 * @param reason why, if there is something to say; it becomes the narration of the entry
 * @param idempotencyKey chosen by the caller; the same key never settles twice
 */
public record SettlementDraft(
        UUID partyId,
        LocalDate day,
        String period,
        @Nullable String reason,
        String idempotencyKey,
        List<Part> parts) {

    /** How much of an item is settled, in its own currency and without sign. */
    public record Part(UUID item, Money amount) {}

    public SettlementDraft {
        parts = List.copyOf(parts);
    }

    /** The same for the same input, whatever the order of the parts. */
    String fingerprint() {
        StringBuilder text = new StringBuilder()
                .append(partyId)
                .append(' ')
                .append(day)
                .append(' ')
                .append(period)
                .append(' ')
                .append(reason);
        parts.stream().sorted(Comparator.comparing(Part::item)).forEach(part -> text.append('\n')
                .append(part.item())
                .append(' ')
                .append(part.amount().amount().stripTrailingZeros().toPlainString())
                .append(part.amount().currency()));
        return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
