package io.simbaerp.party.creation;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.party.BankAccountProposed;
import io.simbaerp.party.PartyChanged;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyRegistered;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Takes a new supplier up where the company asks for its approval, and remembers who had a hand in it. It listens before
 * whoever asks for the approval of what it is then.
 */
@Component
class CreationListener {

    private final CreationBook book;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CreationListener(CreationBook book, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.book = book;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Order(-1)
    void registered(PartyRegistered event) {
        takeUp(event.partyId(), event.documentId());
    }

    /** Also a customer that supplies from now on, and who was approved and is made another one. */
    @EventListener
    @Order(-1)
    void changed(PartyChanged event) {
        takeUp(event.partyId(), null);
        if (book.isAnotherNow(event.partyId())) {
            tell(event.partyId());
        }
    }

    /** Whoever was made another one while nobody asked is asked about now. */
    @EventListener
    void set(CreationApprovalSet event) {
        book.others().stream().filter(book::isAnotherNow).forEach(this::tell);
    }

    /** An account that was read from a document brings the supplier's proof along. */
    @EventListener
    @Order(-1)
    void proposed(BankAccountProposed event) {
        if (event.documentId() != null && book.readFrom(event.partyId(), event.documentId())) {
            events.publishEvent(new SupplierProofGiven(
                    currentActor.company(), currentActor.actor(), clock.instant(), event.partyId()));
        }
    }

    private void takeUp(PartyId party, @Nullable UUID document) {
        boolean fresh = book.isNew(party);
        book.touched(party);
        if (document != null) {
            book.readFrom(party, document);
        }
        if (fresh) {
            tell(party);
        }
    }

    private void tell(PartyId party) {
        events.publishEvent(new SupplierProposed(currentActor.company(), currentActor.actor(), clock.instant(), party));
    }
}
