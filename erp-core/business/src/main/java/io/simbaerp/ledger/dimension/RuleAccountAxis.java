package io.simbaerp.ledger.dimension;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says whether entries on an account must, may or must not name a value of an axis, and which values they may name. */
@UseCase(Duty.MAINTAIN_LEDGER)
public class RuleAccountAxis {

    private static final String WITH_THOSE_BELOW = """
            with recursive below as (
                select id from ledger.account where company_id = :company and code = :code
                union
                select a.id from below join ledger.account a on a.company_id = :company and a.parent_id = below.id)
            select id from below""";

    private final AxisRows rows;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RuleAccountAxis(
            AxisRows rows, JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Rules the axis for the account and all accounts below it, from now on; what is posted stays as it is.
     *
     * @param account number of the account
     * @param axis code of the axis
     * @param allowed numbers of the only values it takes, or none for all
     * @throws NotFound if there is no such account
     * @throws RuleViolation of axis: unknown, value-unknown, forbidden-with-values
     */
    public void rule(String account, String axis, AxisRule rule, List<String> allowed) {
        if (rule == AxisRule.FORBIDDEN && !allowed.isEmpty()) {
            throw RuleViolation.ofField("allowed", "axis.forbidden-with-values", axis);
        }
        UUID axisId = rows.axis(axis);
        UUID[] values = allowed.stream()
                .distinct()
                .map(number -> rows.value(axisId, number))
                .sorted()
                .toArray(UUID[]::new);
        List<UUID> accounts = jdbc.sql(WITH_THOSE_BELOW)
                .param("company", currentActor.company().value())
                .param("code", account)
                .query(UUID.class)
                .list();
        if (accounts.isEmpty()) {
            throw new NotFound("account", account);
        }
        for (UUID id : accounts) {
            write(id, axisId, rule, values);
        }
        events.publishEvent(
                new AccountAxisRuled(currentActor.company(), currentActor.actor(), clock.instant(), accounts.get(0)));
    }

    private void write(UUID account, UUID axis, AxisRule rule, UUID[] allowed) {
        jdbc.sql("""
                        insert into ledger.account_axis as kept (company_id, id, account_id, axis_id, rule, allowed)
                        values (:company, :id, :account, :axis, :rule, :allowed::uuid[])
                        on conflict on constraint account_axis_is_ruled_once
                           do update set rule = excluded.rule, allowed = excluded.allowed, version = kept.version + 1
                           where (kept.rule, kept.allowed) is distinct from (excluded.rule, excluded.allowed)""")
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("account", account)
                .param("axis", axis)
                .param("rule", rule.name())
                .param("allowed", allowed)
                .update();
    }
}
