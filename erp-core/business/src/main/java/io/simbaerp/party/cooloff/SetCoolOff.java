package io.simbaerp.party.cooloff;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sets how many days after its confirmation an account of a partner is not paid to. It holds for accounts confirmed from now on. */
@UseCase(Duty.ADMINISTER)
public class SetCoolOff {

    private static final int LONGEST = 60;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SetCoolOff(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** @throws RuleViolation cool-off.days-wrong */
    public void set(CoolOffs.Days days) {
        require("firstDays", days.firstDays());
        require("changeDays", days.changeDays());
        jdbc.sql("""
                        insert into party.cool_off as kept (company_id, first_days, change_days)
                        values (:company, :first, :change)
                        on conflict (company_id) do update
                           set first_days = excluded.first_days, change_days = excluded.change_days,
                               version = kept.version + 1""")
                .param("company", currentActor.company().value())
                .param("first", days.firstDays())
                .param("change", days.changeDays())
                .update();
        events.publishEvent(new CoolOffSet(currentActor.company(), currentActor.actor(), clock.instant()));
    }

    private static void require(String field, int days) {
        if (days < 0 || days > LONGEST) {
            throw RuleViolation.ofField(field, "cool-off.days-wrong", LONGEST);
        }
    }
}
