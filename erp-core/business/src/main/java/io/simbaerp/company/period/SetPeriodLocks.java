package io.simbaerp.company.period;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sets how far a period is locked, as a whole and for each area. Waits for postings under way. */
@UseCase(Duty.MAINTAIN_LEDGER)
public class SetPeriodLocks {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SetPeriodLocks(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Sets the locks; areas that aren't named stay open.
     *
     * @throws RuleViolation period.unknown, fiscal-year.locked
     */
    public void set(String code, LockLevel whole, Map<LockArea, LockLevel> areas) {
        UUID period = jdbc.sql("""
                        select p.id from company.fiscal_period p
                          join company.fiscal_year y on y.company_id = p.company_id and y.id = p.fiscal_year_id
                         where p.company_id = :company and p.code = :code and y.locked_at is null
                           for update of p""")
                .param("company", currentActor.company().value())
                .param("code", code)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> refused(code));
        jdbc.sql("""
                        update company.fiscal_period
                           set state = :whole, sales_lock = :sales, purchases_lock = :purchases, bank_lock = :bank,
                               general_lock = :general, vat_lock = :vat
                         where company_id = :company and id = :id""")
                .param("company", currentActor.company().value())
                .param("id", period)
                .param("whole", whole.name())
                .param("sales", level(areas, LockArea.SALES))
                .param("purchases", level(areas, LockArea.PURCHASES))
                .param("bank", level(areas, LockArea.BANK))
                .param("general", level(areas, LockArea.GENERAL))
                .param("vat", level(areas, LockArea.VAT))
                .update();
        events.publishEvent(new PeriodLocksSet(currentActor.company(), currentActor.actor(), clock.instant(), period));
    }

    private static String level(Map<LockArea, LockLevel> areas, LockArea area) {
        return areas.getOrDefault(area, LockLevel.OPEN).name();
    }

    private RuleViolation refused(String code) {
        boolean known = jdbc.sql("select exists (select from company.fiscal_period where company_id = ? and code = ?)")
                .params(currentActor.company().value(), code)
                .query(Boolean.class)
                .single();
        return known ? new RuleViolation("fiscal-year.locked", code) : new RuleViolation("period.unknown", code);
    }
}
