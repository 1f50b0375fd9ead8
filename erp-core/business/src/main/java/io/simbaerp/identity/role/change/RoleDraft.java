package io.simbaerp.identity.role.change;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.DutyLimit;
import java.util.Map;

/**
 * A role as it shall be.
 *
 * @param code by which it is granted; it never changes
 * @param duties each with how far it reaches for everybody who holds the role
 */
public record RoleDraft(String code, String nameEn, String namePl, Map<Duty, DutyLimit> duties) {}
