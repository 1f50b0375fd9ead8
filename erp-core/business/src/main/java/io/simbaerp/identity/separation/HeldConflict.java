package io.simbaerp.identity.separation;

import java.util.UUID;

/**
 * A conflict in one person's hands.
 *
 * @param role code of the role through which it came; it stops working while nothing excepts the conflict
 * @param excepted whether an approved exception that hasn't ended covers it
 */
public record HeldConflict(UUID user, String person, DutyConflict conflict, String role, boolean excepted) {}
