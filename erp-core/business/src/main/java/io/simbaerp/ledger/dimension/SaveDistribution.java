package io.simbaerp.ledger.dimension;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.sql.Types;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds a distribution key, or says anew what its parts are; what was posted by it stays as it is. */
@UseCase(Duty.MAINTAIN_LEDGER)
public class SaveDistribution {

    private final AxisRows rows;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SaveDistribution(
            AxisRows rows, JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Saves the key with all its parts. Its axis stays the one it was made for.
     *
     * @param version the version that was read, or nothing for a new key
     * @throws RuleViolation of axis: code-wrong, code-taken, name-missing, days-out-of-order, unknown, value-unknown;
     *     of distribution: percent-wrong, value-twice, not-a-hundred
     * @throws io.simbaerp.architecture.NotFound if there is none to change
     * @throws io.simbaerp.architecture.Conflict axis.changed-meanwhile
     */
    public UUID save(@Nullable Integer version, DistributionDraft draft) {
        draft.checked();
        String code = draft.axis();
        UUID axis = code == null ? null : rows.axis(code);
        UUID id = rows.save(AxisRows.Kind.DISTRIBUTION, axis, version, draft.named());
        jdbc.sql("delete from ledger.distribution_part where company_id = ? and distribution_id = ?")
                .params(currentActor.company().value(), id)
                .update();
        int place = 0;
        for (DistributionDraft.Part part : draft.parts()) {
            write(id, ++place, part, axis);
        }
        events.publishEvent(new DistributionSaved(currentActor.company(), currentActor.actor(), clock.instant(), id));
        return id;
    }

    private void write(UUID distribution, int place, DistributionDraft.Part part, @Nullable UUID axis) {
        jdbc.sql("""
                        insert into ledger.distribution_part
                               (company_id, distribution_id, part, value_id, cost_centre_id, percent)
                        values (:company, :distribution, :part, :value, :costCentre, :percent)""")
                .param("company", currentActor.company().value())
                .param("distribution", distribution)
                .param("part", place)
                .param("value", axis == null ? null : rows.value(axis, part.number()), Types.OTHER)
                .param("costCentre", axis == null ? costCentre(part.number()) : null, Types.OTHER)
                .param("percent", part.percent())
                .update();
    }

    private UUID costCentre(String code) {
        return jdbc.sql("select id from ledger.cost_centre where company_id = ? and code = ?")
                .params(currentActor.company().value(), code)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> RuleViolation.ofField("parts", "journal-entry.cost-centre-unknown", "", code));
    }
}
