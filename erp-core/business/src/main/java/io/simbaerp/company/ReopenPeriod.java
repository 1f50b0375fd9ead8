package io.simbaerp.company;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens a closed fiscal period again. */
@UseCase(Duty.MAINTAIN_LEDGER)
public class ReopenPeriod {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ReopenPeriod(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** @throws RuleViolation period.not-closed, if there is none with this code in that state */
    public void reopen(String code) {
        UUID period = jdbc.sql("""
                        update company.fiscal_period set state = 'OPEN'
                         where company_id = :company and code = :code and state <> 'OPEN'
                           and not exists (select from company.fiscal_year y
                                            where y.company_id = fiscal_period.company_id
                                              and y.id = fiscal_period.fiscal_year_id and y.locked_at is not null)
                        returning id""")
                .param("company", currentActor.company().value())
                .param("code", code)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new RuleViolation("period.not-closed", code));
        events.publishEvent(new PeriodReopened(currentActor.company(), currentActor.actor(), clock.instant(), period));
    }
}
