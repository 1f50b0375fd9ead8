package io.simbaerp.intake;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.WaitingDocuments;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The second transaction of receipt: claims a document nobody works on, reads it, checks it, registers it and starts
 * its process, all or nothing.
 */
@UseCase(Duty.RECEIVE_DOCUMENT)
public class TakeUpDocument {

    /** How a document is claimed. */
    public enum Claim {
        /** Waits for whoever works on it. */
        PATIENTLY,
        /** Leaves it to whoever works on it. */
        IF_FREE,
        /** Takes it out of quarantine. */
        FROM_QUARANTINE
    }

    private final WaitingDocuments waiting;
    private final Registration registration;
    private final FirstAnswers firstAnswers;
    private final IntakeScope scope;

    TakeUpDocument(WaitingDocuments waiting, Registration registration, FirstAnswers firstAnswers, IntakeScope scope) {
        this.waiting = waiting;
        this.registration = registration;
        this.firstAnswers = firstAnswers;
        this.scope = scope;
    }

    /**
     * Takes it up for whoever asked for it.
     *
     * @return the answer, or nothing if it was not to be claimed
     * @throws UnreadableContent if the content can't be read; any other failure likewise leaves the document as it was
     */
    public Optional<Receipt> takeUp(DocumentId id, Claim claim, @Nullable Actor askedBy) {
        Optional<DocumentView> claimed =
                switch (claim) {
                    case PATIENTLY -> waiting.claim(id);
                    case IF_FREE -> waiting.claimIfFree(id);
                    case FROM_QUARANTINE -> waiting.claimQuarantined(id);
                };
        return claimed.map(document -> {
            DocumentView registered = registration.register(document, askedBy);
            Receipt receipt = scope.answer(registered);
            firstAnswers.keep(receipt);
            return receipt;
        });
    }
}
