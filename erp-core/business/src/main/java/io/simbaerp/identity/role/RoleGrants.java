package io.simbaerp.identity.role;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.DutyLimit;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.separation.DutyConflict;
import io.simbaerp.identity.separation.DutyConflicts;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts roles into people's hands; whoever asks has made sure that the person is meant. */
@Component
public class RoleGrants {

    private final JdbcClient jdbc;
    private final DutyConflicts conflicts;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RoleGrants(
            JdbcClient jdbc,
            DutyConflicts conflicts,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.conflicts = conflicts;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Grants the role within limits; one held already gets other limits.
     *
     * @throws NotFound of the role
     * @throws RuleViolation role.conflicts
     */
    public void grant(UUID user, String role, DutyLimit limits) {
        List<DutyConflict> created = conflicts.preview(user, role);
        if (!created.isEmpty()) {
            throw new RuleViolation("role.conflicts", created.size());
        }
        UUID id = write(user, role, limits).orElseThrow(() -> new NotFound("role", role));
        events.publishEvent(new RoleGranted(currentActor.company(), currentActor.actor(), clock.instant(), user, id));
    }

    private Optional<UUID> write(UUID user, String role, DutyLimit limits) {
        return jdbc.sql("""
                        insert into identity.membership (company_id, user_id, role_id, granted_by, granted_at,
                                                         amount_limit, cost_centres, document_types)
                        select company_id, :user, id, :by, :now, :upTo, :centres, :types
                          from identity.role where company_id = :company and code = :role
                        on conflict (company_id, user_id, role_id) do update
                           set amount_limit = excluded.amount_limit, cost_centres = excluded.cost_centres,
                               document_types = excluded.document_types, granted_by = excluded.granted_by
                        returning role_id""")
                .param("user", user)
                .param("by", currentActor.actor().toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("upTo", limits.hundredths(), java.sql.Types.BIGINT)
                .param("centres", limits.costCentres().toArray(String[]::new))
                .param("types", limits.documentTypes().toArray(String[]::new))
                .param("company", currentActor.company().value())
                .param("role", role)
                .query(UUID.class)
                .optional();
    }
}
