package io.simbaerp.approval.limit;

import io.simbaerp.architecture.Duty;
import io.simbaerp.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rolling limit as it shall be.
 *
 * @param duty the level of approval it holds for
 * @param personId of whom, where it is one person's limit
 * @param partyId with whom, where it is for one supplier
 * @param costCentre where, where it is for one cost centre
 * @param days how long an approval counts
 * @param amount in the company's currency
 * @param reason why there is this limit
 */
public record RollingLimitDraft(
        @Nullable Duty duty,
        @Nullable LimitScope persons,
        @Nullable UUID personId,
        @Nullable LimitScope suppliers,
        @Nullable UUID partyId,
        @Nullable LimitScope costCentres,
        @Nullable String costCentre,
        @Nullable Integer days,
        @Nullable Money amount,
        @Nullable String reason) {}
