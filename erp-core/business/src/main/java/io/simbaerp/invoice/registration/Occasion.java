package io.simbaerp.invoice.registration;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.money.CurrencyCode;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who acts, for which company, when, and how others hear of it. */
@Component
public class Occasion {

    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final CurrentCompany currentCompany;

    Occasion(CurrentActor currentActor, Clock clock, ApplicationEventPublisher events, CurrentCompany currentCompany) {
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
        this.currentCompany = currentCompany;
    }

    public CompanyId company() {
        return currentActor.company();
    }

    /** The currency the company keeps its books in. */
    public CurrencyCode baseCurrency() {
        return currentCompany.get().baseCurrency();
    }

    public Actor actor() {
        return currentActor.actor();
    }

    public Instant now() {
        return clock.instant();
    }

    public UUID newId() {
        return NewId.at(clock);
    }

    public void tell(BusinessEvent event) {
        events.publishEvent(event);
    }
}
