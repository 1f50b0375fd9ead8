package io.simbaerp.identity.role;

import io.simbaerp.audit.integrity.IntegrityLeaves;
import io.simbaerp.audit.integrity.LeafKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Roles, their duties and who holds them, in the integrity log. */
@Component
class RoleLeaves implements IntegrityLeaves {

    @Override
    public List<LeafKind> kinds() {
        return List.of(
                LeafKind.settings("identity.role", "id", "id"),
                LeafKind.settings("identity.role_duty", "role_id", "role_id", "duty"),
                LeafKind.settings("identity.membership", "user_id", "user_id", "role_id"));
    }
}
