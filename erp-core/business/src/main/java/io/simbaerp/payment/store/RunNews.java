package io.simbaerp.payment.store;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Subject;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.PaymentRunView;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what happened to a run; it enters the history of every document the run pays. */
@Component
public class RunNews {

    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RunNews(CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** The constructor every event of a run has. */
    public interface Event {
        BusinessEvent of(CompanyId company, Actor actor, Instant at, PaymentRunId run, List<Subject> concerns);
    }

    public void tell(PaymentRunView run, Event event) {
        tell(run, run.documents(), event);
    }

    /** The same of these documents only. */
    public void tell(PaymentRunView run, List<UUID> concerned, Event event) {
        List<Subject> documents =
                concerned.stream().map(id -> new Subject("document", id)).toList();
        events.publishEvent(
                event.of(currentActor.company(), currentActor.actor(), clock.instant(), run.id(), documents));
    }
}
