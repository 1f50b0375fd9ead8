package io.simbaerp.identity.substitution;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ends a substitution at once. Either of the two may: who is back, and who would rather not. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class EndSubstitution {

    private final JdbcClient jdbc;
    private final OwnName ownName;
    private final Substitutions substitutions;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    EndSubstitution(
            JdbcClient jdbc,
            OwnName ownName,
            Substitutions substitutions,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.ownName = ownName;
        this.substitutions = substitutions;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @throws NotFound if there is none between the person and somebody
     * @throws RuleViolation substitution.acting-for-another, substitution.over
     */
    public void end(UUID id) {
        SubstitutionView ended = substitutions.byId(id).orElseThrow(() -> new NotFound("substitution", id));
        ownName.require();
        int rows = !ended.running()
                ? 0
                : jdbc.sql("""
                        update identity.substitution set ended_by = :by, ended_at = :now
                         where company_id = :company and id = :id and ended_at is null""")
                        .param("by", currentActor.actor().toString())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("company", currentActor.company().value())
                        .param("id", id)
                        .update();
        if (rows == 0) {
            throw new RuleViolation("substitution.over");
        }
        events.publishEvent(new SubstitutionEnded(
                currentActor.company(), currentActor.actor(), clock.instant(), ended.person(), ended.substitute()));
    }
}
