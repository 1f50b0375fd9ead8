package io.simbaerp.invoice.registration;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Looks up what an invoice needs, for somebody whose duty is another one: who hands in an invoice need not be able to see
 * parties or rates, yet the invoice is matched with them. The actor stays the same.
 */
@Component
public class LookingUp {

    private static final Set<Duty> VIEWS = EnumSet.of(
            Duty.BELONG_TO_COMPANY, Duty.VIEW_PARTY, Duty.VIEW_LEDGER, Duty.VIEW_EXCHANGE_RATE, Duty.VIEW_DOCUMENT);

    private final CurrentActor currentActor;

    LookingUp(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    /** Reads as the actor, with the duties to see what the books and the parties hold. */
    public <T> T in(Supplier<T> reading) {
        Acting acting = currentActor.get();
        Set<Duty> duties = EnumSet.copyOf(VIEWS);
        duties.addAll(acting.duties());
        return currentActor.as(acting.with(duties), reading);
    }
}
