package io.simbaerp.task.watch;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who watches, when, and where it is kept. */
@Component
record WatchBook(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {

    UUID company() {
        return currentActor.company().value();
    }

    /** Whose desk it is: of the person acting, or of whom they act for. */
    UUID person() {
        return currentActor
                .get()
                .principal()
                .orElseThrow(() -> new IllegalStateException("Only a person watches anything"));
    }

    void tell() {
        Acting acting = currentActor.get();
        events.publishEvent(new WatchesChanged(acting.company(), acting.actor(), clock.instant(), person()));
    }
}
