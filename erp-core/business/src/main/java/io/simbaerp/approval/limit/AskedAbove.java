package io.simbaerp.approval.limit;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The levels that are asked since an approval went beyond a rolling limit. */
@Component
public class AskedAbove {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final ObjectProvider<LevelsAbove> matrices;
    private final ReachedLimits limits;

    AskedAbove(JdbcClient jdbc, CurrentActor currentActor, ObjectProvider<LevelsAbove> matrices, ReachedLimits limits) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.matrices = matrices;
        this.limits = limits;
    }

    /** In the order in which they were asked. */
    public List<Duty> of(UUID request) {
        return jdbc
                .sql("""
                        select level from approval.asked_above
                         where company_id = :company and request_id = :request order by asked_at, level""")
                .param("company", currentActor.company().value())
                .param("request", request)
                .query(String.class)
                .list()
                .stream()
                .map(Duty::valueOf)
                .toList();
    }

    /**
     * Asks the next level, since this decision is not enough.
     *
     * @param whole whether the matter was decided about as a whole, and not some lines of it
     * @throws RuleViolation approval.beyond-rolling-limit if nobody stands above
     */
    public void ask(
            UUID request,
            UUID decision,
            Subject subject,
            Duty level,
            @Nullable Commitment commitment,
            boolean whole,
            Instant at) {
        Duty above = matrices.stream()
                .flatMap(matrix -> matrix.above(subject, level).stream())
                .findFirst()
                .orElseThrow(() -> refusal(subject, level, Objects.requireNonNull(commitment), whole));
        jdbc.sql("""
                        insert into approval.asked_above (company_id, request_id, level, decision_id, asked_at)
                        values (:company, :request, :level, :decision, :at)
                        on conflict do nothing""")
                .param("company", currentActor.company().value())
                .param("request", request)
                .param("level", above.name())
                .param("decision", decision)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private RuleViolation refusal(Subject subject, Duty level, Commitment commitment, boolean whole) {
        return limits.of(level, commitment, subject.id(), whole).stream()
                .filter(ReachedLimit::exceeded)
                .findFirst()
                .map(limit ->
                        new RuleViolation("approval.beyond-rolling-limit", limit.amount(), limit.days(), limit.left()))
                .orElseThrow();
    }
}
