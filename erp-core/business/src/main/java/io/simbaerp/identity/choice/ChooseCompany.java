package io.simbaerp.identity.choice;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the company acted for the one the person works in: their next session begins here. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class ChooseCompany {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChooseCompany(JdbcClient jdbc, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    public void choose() {
        UUID user = currentActor.actor().userId().orElseThrow(() -> new IllegalStateException("Only people choose"));
        jdbc.sql("update identity.user_account set last_company = ? where id = ?")
                .params(currentActor.company().value(), user)
                .update();
        events.publishEvent(new CompanyChosen(currentActor.company(), currentActor.actor(), clock.instant(), user));
    }
}
