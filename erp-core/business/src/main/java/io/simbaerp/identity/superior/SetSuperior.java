package io.simbaerp.identity.superior;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.BusinessDay;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says to whom somebody reports from a day on. For a day that was set already it replaces what was said. */
@UseCase(Duty.ADMINISTER)
public class SetSuperior {

    private static final int YEARS_AHEAD = 2;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Members members;
    private final BusinessDay businessDay;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SetSuperior(
            JdbcClient jdbc,
            CurrentActor currentActor,
            Members members,
            BusinessDay businessDay,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.members = members;
        this.businessDay = businessDay;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @throws io.simbaerp.architecture.NotFound of either of the two, if they don't work here
     * @throws RuleViolation superior.oneself, superior.day-past, superior.day-far, superior.circle
     */
    public void set(@About("user") UUID person, SuperiorDraft draft) {
        members.require(person);
        UUID superior = draft.superior();
        if (superior != null) {
            if (superior.equals(person)) {
                throw RuleViolation.ofField("superior", "superior.oneself");
            }
            members.require(superior);
        }
        LocalDate from = from(draft.from());
        // Of two at once the second one waits and then sees the first, so that they make no circle together.
        jdbc.sql("select identity.lock_reporting()").query(String.class).optional();
        if (makesCircle(person, superior, from)) {
            throw RuleViolation.ofField("superior", "superior.circle");
        }
        store(person, superior, from);
        events.publishEvent(
                new ReportingLineSet(currentActor.company(), currentActor.actor(), clock.instant(), person));
    }

    private LocalDate from(@Nullable LocalDate asked) {
        LocalDate today = businessDay.today();
        LocalDate from = asked == null ? today : asked;
        if (from.isBefore(today)) {
            throw RuleViolation.ofField("from", "superior.day-past", from);
        }
        if (from.isAfter(today.plusYears(YEARS_AHEAD))) {
            throw RuleViolation.ofField("from", "superior.day-far", YEARS_AHEAD);
        }
        return from;
    }

    private boolean makesCircle(UUID person, @Nullable UUID superior, LocalDate from) {
        return superior != null
                && jdbc.sql("select identity.makes_reporting_circle(:person, :superior, :from)")
                        .param("person", person)
                        .param("superior", superior)
                        .param("from", from)
                        .query(Boolean.class)
                        .single();
    }

    private void store(UUID person, @Nullable UUID superior, LocalDate from) {
        jdbc.sql("""
                        insert into identity.reporting_line (company_id, id, person_id, from_day, superior_id, set_by, set_at)
                        values (:company, :id, :person, :from, :superior, :by, :now)
                            on conflict (company_id, person_id, from_day)
                            do update set superior_id = excluded.superior_id, set_by = excluded.set_by,
                                          set_at = excluded.set_at""")
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("person", person)
                .param("from", from)
                .param("superior", superior, Types.OTHER)
                .param("by", currentActor.actor().toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
