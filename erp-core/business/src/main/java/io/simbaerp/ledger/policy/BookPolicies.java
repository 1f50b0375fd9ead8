package io.simbaerp.ledger.policy;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.money.Money;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the company has said about its books. */
@Query(Duty.VIEW_LEDGER)
public class BookPolicies {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final EntryLimits limits;

    BookPolicies(JdbcClient jdbc, CurrentActor currentActor, EntryLimits limits) {
        this.limits = limits;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** Which day is the booking date of JPK_KR_PD (D_8). */
    public BookingDay bookingDay() {
        return jdbc.sql("select booking_day from ledger.book_policy where company_id = ?")
                .params(currentActor.company().value())
                .query(String.class)
                .optional()
                .map(BookingDay::valueOf)
                .orElse(BookingDay.RECORDING_DAY);
    }

    /** Above which sum an entry made by hand needs a second person; nothing if the company has set no limit. */
    public Optional<Money> entryLimit() {
        return limits.limit();
    }
}
