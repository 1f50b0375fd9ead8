package io.simbaerp.identity.role;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes a role from somebody, from their next request on. What they did stays theirs. */
@UseCase(Duty.ADMINISTER)
public class RevokeRole {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RevokeRole(JdbcClient jdbc, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes it away.
     *
     * @throws NotFound if the person doesn't hold it
     * @throws RuleViolation role.last-administrator
     */
    public void revoke(@About("user") UUID user, String role) {
        UUID company = currentActor.company().value();
        UUID id = jdbc.sql("""
                        delete from identity.membership m using identity.role r
                         where m.company_id = ? and m.user_id = ? and r.company_id = m.company_id
                           and r.id = m.role_id and r.code = ?
                        returning m.role_id""")
                .params(company, user, role)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotFound("role", role));
        boolean somebodyLeft = jdbc.sql("select identity.somebody_administers()")
                .query(Boolean.class)
                .single();
        if (!somebodyLeft) {
            throw new RuleViolation("role.last-administrator");
        }
        events.publishEvent(new RoleRevoked(currentActor.company(), currentActor.actor(), clock.instant(), user, id));
    }
}
