package io.simbaerp.ledger.policy;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the company has said about its books. */
@Query(Duty.VIEW_LEDGER)
public class BookPolicies {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    BookPolicies(JdbcClient jdbc, CurrentActor currentActor) {
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
}
