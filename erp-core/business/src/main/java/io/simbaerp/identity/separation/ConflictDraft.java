package io.simbaerp.identity.separation;

import io.simbaerp.architecture.Duty;
import org.jspecify.annotations.Nullable;

/**
 * A pair of duties one person shall not hold.
 *
 * @param reason why, in a sentence everybody it stops will read
 */
public record ConflictDraft(
        @Nullable Duty one, @Nullable Duty other, @Nullable String reason) {}
