package io.simbaerp.intake;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.QuarantineDocument;
import io.simbaerp.document.QuarantineReason;

/** The third transaction of receipt, if the second failed: the document waits for a person, who sees the reason. */
@UseCase(Duty.RECEIVE_DOCUMENT)
public class QuarantineReceived {

    private final QuarantineDocument quarantineDocument;
    private final FirstAnswers firstAnswers;
    private final IntakeScope scope;

    QuarantineReceived(QuarantineDocument quarantineDocument, FirstAnswers firstAnswers, IntakeScope scope) {
        this.quarantineDocument = quarantineDocument;
        this.firstAnswers = firstAnswers;
        this.scope = scope;
    }

    /**
     * Quarantines it.
     *
     * @throws io.simbaerp.architecture.RuleViolation document.move-not-allowed, if it was registered meanwhile
     */
    public Receipt quarantine(DocumentId id, QuarantineReason reason) {
        quarantineDocument.quarantine(id, reason);
        Receipt receipt = scope.answer(scope.document(id));
        firstAnswers.keep(receipt);
        return receipt;
    }
}
