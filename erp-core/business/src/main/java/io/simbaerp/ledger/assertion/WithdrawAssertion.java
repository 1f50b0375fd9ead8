package io.simbaerp.ledger.assertion;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Withdraws what was asserted of a balance; it stays readable. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class WithdrawAssertion {

    private final JdbcClient jdbc;
    private final BalanceAssertions assertions;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    WithdrawAssertion(
            JdbcClient jdbc,
            BalanceAssertions assertions,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.assertions = assertions;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Withdraws it.
     *
     * @throws NotFound if there is none
     * @throws RuleViolation assertion.reason-missing
     * @throws Conflict assertion.withdrawn-already
     */
    public void withdraw(UUID id, String reason) {
        if (assertions.byId(id).isEmpty()) {
            throw new NotFound("balance-assertion", id);
        }
        if (reason.isBlank()) {
            throw RuleViolation.ofField("reason", "assertion.reason-missing");
        }
        UUID account = jdbc.sql("""
                        update ledger.balance_assertion
                           set withdrawn_at = :at::timestamptz, withdrawn_by = :by, withdrawn_for = :reason
                         where company_id = :company and id = :id and withdrawn_at is null returning account_id""")
                .param("company", currentActor.company().value())
                .param("id", id)
                .param("at", clock.instant().toString())
                .param("by", currentActor.actor().toString())
                .param("reason", reason.strip())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new Conflict("assertion.withdrawn-already"));
        events.publishEvent(
                new AssertionWithdrawn(currentActor.company(), currentActor.actor(), clock.instant(), account));
    }
}
