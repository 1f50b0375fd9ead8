package io.simbaerp.identity.role;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.DutyLimit;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.audit.AuditTrail;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives somebody of the company a role, within limits; one they hold already gets other limits. Whoever never had to do
 * with the company is not told from whoever doesn't exist.
 */
@UseCase(Duty.ADMINISTER)
public class GrantRole {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final AuditTrail trail;
    private final RoleGrants grants;

    GrantRole(JdbcClient jdbc, CurrentActor currentActor, AuditTrail trail, RoleGrants grants) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.trail = trail;
        this.grants = grants;
    }

    /**
     * Grants it. To oneself as to anybody else: conflicting duties never without an exception another person approved.
     *
     * @throws NotFound of the person or the role
     * @throws io.simbaerp.architecture.RuleViolation role.conflicts
     */
    public void grant(@About("user") UUID user, String role, DutyLimit limits) {
        if (!isActive(user) || !belongsOrBelonged(user)) {
            throw new NotFound("user", user);
        }
        grants.grant(user, role, limits);
    }

    private boolean isActive(UUID user) {
        return jdbc.sql("select exists (select from identity.user_account where id = ? and active)")
                .param(user)
                .query(Boolean.class)
                .single();
    }

    /** Holds a role here, or did once: the company's own trail remembers. */
    private boolean belongsOrBelonged(UUID user) {
        boolean belongs = jdbc.sql(
                        "select exists (select from identity.membership where company_id = ? and user_id = ?)")
                .params(currentActor.company().value(), user)
                .query(Boolean.class)
                .single();
        return belongs || !trail.of(new Subject("user", user)).isEmpty();
    }
}
