package io.simbaerp.identity.role.web;

import io.simbaerp.identity.role.Roles;
import io.simbaerp.identity.separation.DutyConflict;
import io.simbaerp.identity.separation.DutyConflicts;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a page about one person shows beside them: the roles there are, and what a grant would make. */
@Component
class Sight {

    private final Roles roles;
    private final DutyConflicts conflicts;

    Sight(Roles roles, DutyConflicts conflicts) {
        this.roles = roles;
        this.conflicts = conflicts;
    }

    List<Roles.RoleView> roles() {
        return roles.all();
    }

    List<DutyConflict> clashes(UUID user, String role) {
        return conflicts.preview(user, role);
    }
}
