package io.simbaerp.identity.separation;

import io.simbaerp.architecture.Duty;
import java.util.UUID;

/**
 * Two duties one person should not hold.
 *
 * @param reason key of why: {@code identity.conflict.<reason>}
 */
public record DutyConflict(UUID id, Duty one, Duty other, String reason) {}
