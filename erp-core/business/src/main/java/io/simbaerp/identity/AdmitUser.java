package io.simbaerp.identity;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets somebody who signs in for another company already into this one, with roles of this one: how an accounting
 * office works for its clients. What they may do elsewhere stays as it is.
 *
 * @throws RuleViolation user.unknown, user.role-unknown
 */
@UseCase(Duty.ADMINISTER)
public class AdmitUser {

    private final JdbcClient jdbc;
    private final RoleGrants grants;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AdmitUser(
            JdbcClient jdbc,
            RoleGrants grants,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    public UUID admit(String login, Set<String> roles) {
        UUID user = jdbc.sql("select id from identity.user_account where login = ? and active")
                .param(login.strip().toLowerCase(Locale.ROOT))
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> RuleViolation.ofField("login", "user.unknown", login));
        roles.forEach(role -> grants.grant(user, role));
        events.publishEvent(new UserAdmitted(currentActor.company(), currentActor.actor(), clock.instant(), user));
        return user;
    }
}
