package io.simbaerp.identity.separation;

import io.simbaerp.architecture.Duty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two duties one person should not hold.
 *
 * @param reason key of why: {@code identity.conflict.<reason>}; {@code own} for a pair of the company's own
 * @param words why, in the words of whoever added a pair of the company's own
 */
public record DutyConflict(
        UUID id,
        Duty one,
        Duty other,
        String reason,
        @Nullable String words) {}
