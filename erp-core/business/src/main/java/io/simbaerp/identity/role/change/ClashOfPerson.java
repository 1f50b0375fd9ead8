package io.simbaerp.identity.role.change;

import io.simbaerp.identity.separation.DutyConflict;
import java.util.UUID;

/** A conflict that a change of a role would put into somebody's hands. */
public record ClashOfPerson(UUID user, String person, DutyConflict conflict) {}
