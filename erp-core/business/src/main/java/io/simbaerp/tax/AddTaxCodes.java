package io.simbaerp.tax;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;

/** Gives a company VAT codes of its own, such as those of books it takes over. What a code means already stays as it is. */
@UseCase(Duty.MAINTAIN_LEDGER)
public class AddTaxCodes {

    private final TaxCodeRows codes;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AddTaxCodes(TaxCodeRows codes, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.codes = codes;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** @return those that were added */
    public List<TaxCodeView> add(List<TaxCodeView> wanted) {
        List<TaxCodeView> added = wanted.stream().filter(codes::addUnlessKnown).toList();
        events.publishEvent(new TaxCodesInstalled(currentActor.company(), currentActor.actor(), clock.instant()));
        return added;
    }
}
