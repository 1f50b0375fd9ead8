package io.simbaerp.ledger.owner;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.identity.Memberships;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Names who owns a cost centre from a day on. What is asked already stays asked of whoever owned it then. An owner decides
 * about what is spent there, so nobody names themself or the person they act for; PostgreSQL refuses the first, too.
 */
@UseCase(Duty.MAINTAIN_LEDGER)
public class NameCentreOwner {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Memberships memberships;
    private final BusinessDay businessDay;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    NameCentreOwner(
            JdbcClient jdbc,
            CurrentActor currentActor,
            Memberships memberships,
            BusinessDay businessDay,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.memberships = memberships;
        this.businessDay = businessDay;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Names the owner, or that there is none from that day on.
     *
     * @param code of the cost centre
     * @param person nothing for nobody
     * @param from the first day; today if nothing
     * @throws NotFound if there is no such cost centre
     * @throws RuleViolation cost-centre.owner-from-past, cost-centre.owner-may-not-approve,
     *     cost-centre.owner-oneself
     */
    public void name(String code, @Nullable UUID person, @Nullable LocalDate from) {
        LocalDate today = businessDay.today();
        LocalDate day = from == null ? today : from;
        if (day.isBefore(today)) {
            throw RuleViolation.ofField("from", "cost-centre.owner-from-past", day);
        }
        if (person != null && currentActor.get().people().contains(person)) {
            throw RuleViolation.ofField("person", "cost-centre.owner-oneself");
        }
        if (person != null
                && memberships
                        .acting(person, currentActor.company())
                        .filter(acting -> acting.may(Duty.APPROVE_INVOICE) && acting.may(Duty.WORK_ON_TASK))
                        .isEmpty()) {
            throw RuleViolation.ofField("person", "cost-centre.owner-may-not-approve");
        }
        UUID centre = centre(code);
        write(centre, person, day);
        events.publishEvent(
                new CentreOwnerNamed(currentActor.company(), currentActor.actor(), clock.instant(), centre));
    }

    private UUID centre(String code) {
        return jdbc.sql("select id from ledger.cost_centre where company_id = ? and code = ? for update")
                .params(currentActor.company().value(), code)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotFound("cost-centre", code));
    }

    private void write(UUID centre, @Nullable UUID person, LocalDate day) {
        jdbc.sql("""
                        insert into ledger.cost_centre_owner
                               (company_id, id, cost_centre_id, person_id, active_from, named_by, named_at)
                        values (:company, :id, :centre, :person, :day, :by, :now)
                        on conflict (company_id, cost_centre_id, active_from) do update
                           set person_id = excluded.person_id, named_by = excluded.named_by, named_at = excluded.named_at""")
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("centre", centre)
                .param("person", person, Types.OTHER)
                .param("day", day)
                .param("by", currentActor.actor().toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
