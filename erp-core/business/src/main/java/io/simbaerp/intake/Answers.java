package io.simbaerp.intake;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;

/** What whoever hands in something that is there already is told. */
@Query(Duty.RECEIVE_DOCUMENT)
public class Answers {

    private final FirstAnswers firstAnswers;
    private final IntakeScope scope;

    Answers(FirstAnswers firstAnswers, IntakeScope scope) {
        this.firstAnswers = firstAnswers;
        this.scope = scope;
    }

    /** The first answer to a submission that is sent again, what is known by now to one that merely repeats content. */
    public Receipt to(KeptSubmission kept) {
        return switch (kept.kind()) {
            case REPLAYED -> firstAnswers.of(kept.document().id()).orElseGet(() -> now(kept));
            case REPEATED -> now(kept).asRepeat();
            case ADDED -> now(kept).asAdded();
        };
    }

    private Receipt now(KeptSubmission kept) {
        return scope.answer(scope.document(kept.document().id()));
    }
}
