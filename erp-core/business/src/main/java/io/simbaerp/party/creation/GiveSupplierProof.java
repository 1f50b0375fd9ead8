package io.simbaerp.party.creation;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.party.EvidenceDocuments;
import io.simbaerp.party.PartyId;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Says what proves the data of a proposed supplier: a document of ours, such as its letter or an extract of the register, or
 * the reference of something kept elsewhere. Whoever was asked is asked anew, about the supplier with this proof.
 */
@UseCase(Duty.MAINTAIN_PARTY)
public class GiveSupplierProof {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 200;

    private final CreationBook book;
    private final EvidenceDocuments documents;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    GiveSupplierProof(
            CreationBook book,
            EvidenceDocuments documents,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.book = book;
        this.documents = documents;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @throws NotFound if it was never proposed, or the company has no such document
     * @throws RuleViolation of supplier: closed, proof-missing, proof-wrong
     */
    public void give(PartyId party, @Nullable UUID document, @Nullable String reference) {
        SupplierCreation creation = book.locked(party);
        if (!creation.state().isOpen()) {
            throw new RuleViolation("supplier.closed");
        }
        String stated = reference == null || reference.isBlank() ? null : reference.strip();
        if (document == null && stated == null) {
            throw RuleViolation.ofField("reference", "supplier.proof-missing");
        }
        if (stated != null && (stated.length() < SHORTEST || stated.length() > LONGEST)) {
            throw RuleViolation.ofField("reference", "supplier.proof-wrong", SHORTEST, LONGEST);
        }
        if (document != null && !documents.has(document)) {
            throw new NotFound("document", document);
        }
        book.prove(party, document, stated);
        events.publishEvent(
                new SupplierProofGiven(currentActor.company(), currentActor.actor(), clock.instant(), party));
    }
}
