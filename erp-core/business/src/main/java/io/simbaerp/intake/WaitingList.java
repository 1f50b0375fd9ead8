package io.simbaerp.intake;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.WaitingDocuments;
import java.util.List;

/** What was received and not read yet. */
@Query(Duty.RECEIVE_DOCUMENT)
public class WaitingList {

    private static final int PER_RUN = 500;

    private final WaitingDocuments waiting;

    WaitingList(WaitingDocuments waiting) {
        this.waiting = waiting;
    }

    /** The oldest of them. */
    public List<DocumentId> next() {
        return waiting.waiting(PER_RUN);
    }
}
