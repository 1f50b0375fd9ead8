package io.simbaerp.ledger.policy;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says which day JPK_KR_PD is told as the booking date; files made from now on follow. */
@UseCase(Duty.MAINTAIN_LEDGER)
public class SetBookingDay {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SetBookingDay(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** Sets it; the same again changes nothing. */
    public void set(BookingDay day) {
        jdbc.sql("""
                        insert into ledger.book_policy as kept (company_id, booking_day) values (:company, :day)
                        on conflict (company_id)
                           do update set booking_day = excluded.booking_day, version = kept.version + 1
                           where kept.booking_day <> excluded.booking_day""")
                .param("company", currentActor.company().value())
                .param("day", day.name())
                .update();
        events.publishEvent(new BookPolicySet(currentActor.company(), currentActor.actor(), clock.instant()));
    }
}
