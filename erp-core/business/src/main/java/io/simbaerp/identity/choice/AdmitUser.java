package io.simbaerp.identity.choice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.DutyLimit;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.identity.role.RoleGrants;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives somebody who signs in for another company already a role in this one: how an accounting office works for its
 * clients. What they may do elsewhere stays as it is.
 *
 * @throws RuleViolation user.unknown, and what granting a role may refuse with
 */
@UseCase(Duty.ADMINISTER)
public class AdmitUser {

    private final JdbcClient jdbc;
    private final RoleGrants roleGrants;

    AdmitUser(JdbcClient jdbc, RoleGrants roleGrants) {
        this.jdbc = jdbc;
        this.roleGrants = roleGrants;
    }

    public void admit(String login, String role) {
        UUID user = jdbc.sql("select id from identity.user_account where login = ? and active")
                .param(login.strip().toLowerCase(Locale.ROOT))
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> RuleViolation.ofField("login", "user.unknown", login));
        roleGrants.grant(user, role, DutyLimit.NONE);
    }
}
