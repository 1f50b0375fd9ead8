package io.simbaerp.company;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Closes a fiscal period: from now on nothing is posted into it. Waits for postings under way. */
@UseCase(Duty.MAINTAIN_LEDGER)
public class ClosePeriod {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ClosePeriod(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** @throws RuleViolation period.not-open, if there is none with this code in that state */
    public void close(String code) {
        UUID period = jdbc.sql("""
                        update company.fiscal_period set state = 'CLOSED'
                         where company_id = :company and code = :code and state <> 'CLOSED'
                        returning id""")
                .param("company", currentActor.company().value())
                .param("code", code)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new RuleViolation("period.not-open", code));
        events.publishEvent(new PeriodClosed(currentActor.company(), currentActor.actor(), clock.instant(), period));
    }
}
