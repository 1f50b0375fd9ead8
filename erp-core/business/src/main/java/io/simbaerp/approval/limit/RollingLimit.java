package io.simbaerp.approval.limit;

import io.simbaerp.architecture.Duty;
import io.simbaerp.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rolling limit as it stands.
 *
 * @param endAskedBy who asked that it ends
 * @param endedBy who agreed; from then on it counts no more
 */
public record RollingLimit(
        UUID id,
        Duty duty,
        LimitScope persons,
        @Nullable UUID personId,
        LimitScope suppliers,
        @Nullable UUID partyId,
        LimitScope costCentres,
        @Nullable String costCentre,
        int days,
        Money amount,
        String reason,
        String setBy,
        Instant setAt,
        @Nullable String endReason,
        @Nullable String endAskedBy,
        @Nullable String endedBy,
        @Nullable Instant endedAt) {

    public boolean inForce() {
        return endedBy == null;
    }
}
