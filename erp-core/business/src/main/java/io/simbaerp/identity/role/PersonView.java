package io.simbaerp.identity.role;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.DutyLimit;
import java.util.List;
import java.util.UUID;

/**
 * Somebody with the roles they hold in the company.
 *
 * @param duties what they may do because of them, each with the roles it comes from; empty in lists
 */
public record PersonView(
        UUID id, String login, String name, boolean active, List<HeldRole> roles, List<HeldDuty> duties) {

    /**
     * A role they hold.
     *
     * @param working whether it counts: not while it makes a conflict nothing excepts
     */
    public record HeldRole(String code, String nameEn, String namePl, DutyLimit limits, boolean working) {}

    /** Why they may do it: a duty, the role it comes from, and how far it reaches. */
    public record HeldDuty(Duty duty, String role, String nameEn, String namePl, DutyLimit limits) {}
}
