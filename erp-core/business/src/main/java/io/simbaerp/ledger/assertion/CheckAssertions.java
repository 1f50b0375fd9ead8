package io.simbaerp.ledger.assertion;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.BusinessDay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Holds everything that is asserted of balances against the books. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class CheckAssertions {

    private final AssertionRows rows;
    private final BusinessDay businessDay;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CheckAssertions(
            AssertionRows rows,
            BusinessDay businessDay,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.businessDay = businessDay;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Checks those that were not checked lately.
     *
     * @param age how old a check must be to be repeated; nothing repeats all
     * @return how many of the checked ones fail
     */
    public int check(Duration age) {
        List<UUID> due =
                rows.due(businessDay.today(), clock.instant().minus(age).plusMillis(age.isZero() ? 1 : 0));
        int failing = 0;
        for (UUID assertion : due) {
            if (!rows.check(assertion)) {
                failing++;
            }
        }
        if (!due.isEmpty()) {
            events.publishEvent(
                    new AssertionsChecked(currentActor.company(), currentActor.actor(), clock.instant(), failing));
        }
        return failing;
    }
}
