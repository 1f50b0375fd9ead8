package io.simbaerp.party.risk;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rates how risky a supplier is, from today on. Approvals that are asked for from now on heed it. */
@UseCase(Duty.MAINTAIN_PARTY)
public class RateSupplier {

    private static final int LONGEST_REASON = 500;

    private final Parties parties;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final BusinessDay businessDay;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RateSupplier(
            Parties parties,
            JdbcClient jdbc,
            CurrentActor currentActor,
            BusinessDay businessDay,
            Clock clock,
            ApplicationEventPublisher events) {
        this.parties = parties;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.businessDay = businessDay;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @throws NotFound if there is no such party
     * @throws RuleViolation supplier-risk.unknown, supplier-risk.reason-missing
     */
    public void rate(PartyId party, @Nullable Risk risk, @Nullable String reason) {
        if (parties.byId(party).isEmpty()) {
            throw new NotFound("party", party.value());
        }
        if (risk == null) {
            throw RuleViolation.ofField("risk", "supplier-risk.unknown");
        }
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw RuleViolation.ofField("reason", "supplier-risk.reason-missing", LONGEST_REASON);
        }
        jdbc.sql("""
                        insert into party.supplier_risk (company_id, party_id, risk, reason, first_day, set_by, set_at)
                        values (:company, :party, :risk, :reason, :day, :by, :now)
                        on conflict (company_id, party_id) do update
                           set risk = excluded.risk, reason = excluded.reason, first_day = excluded.first_day,
                               set_by = excluded.set_by, set_at = excluded.set_at""")
                .param("company", currentActor.company().value())
                .param("party", party.value())
                .param("risk", risk.name())
                .param("reason", reason.strip())
                .param("day", businessDay.today())
                .param("by", currentActor.actor().toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new SupplierRated(currentActor.company(), currentActor.actor(), clock.instant(), party));
    }
}
