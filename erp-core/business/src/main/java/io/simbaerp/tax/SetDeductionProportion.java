package io.simbaerp.tax;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sets the share of input tax the company may deduct in a year (VAT act art. 90), in whole percent. */
@UseCase(Duty.MAINTAIN_LEDGER)
public class SetDeductionProportion {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SetDeductionProportion(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** @throws RuleViolation tax.proportion-out-of-range */
    public void set(int year, int percent) {
        if (percent < 0 || percent > 100) {
            throw RuleViolation.ofField("percent", "tax.proportion-out-of-range", percent);
        }
        jdbc.sql("""
                        insert into tax.deduction_proportion (company_id, year, percent)
                        values (:company, :year, :percent)
                        on conflict (company_id, year) do update set percent = excluded.percent""")
                .param("company", currentActor.company().value())
                .param("year", year)
                .param("percent", percent)
                .update();
        events.publishEvent(
                new DeductionProportionSet(currentActor.company(), currentActor.actor(), clock.instant(), year));
    }
}
