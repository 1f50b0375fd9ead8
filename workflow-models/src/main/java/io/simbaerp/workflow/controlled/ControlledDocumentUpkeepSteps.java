package io.simbaerp.workflow.controlled;

import io.simbaerp.architecture.Duty;
import io.simbaerp.controlled.OpenRevision;
import io.simbaerp.controlled.upkeep.PeriodicReviews;
import io.simbaerp.controlled.upkeep.WithdrawControlledDocument;
import io.simbaerp.workflow.engine.Step;
import io.simbaerp.workflow.engine.Steps;
import java.util.UUID;

/** What the model {@code ControlledDocumentUpkeep} calls: one use case or query each, ids in, constants out. */
@Steps(
        process = ControlledDocumentUpkeepProcess.ID,
        duties = {Duty.WRITE_CONTROLLED_DOCUMENT})
public class ControlledDocumentUpkeepSteps {

    private final PeriodicReviews reviews;
    private final OpenRevision openRevision;
    private final WithdrawControlledDocument withdraw;

    ControlledDocumentUpkeepSteps(
            PeriodicReviews reviews, OpenRevision openRevision, WithdrawControlledDocument withdraw) {
        this.reviews = reviews;
        this.openRevision = openRevision;
        this.withdraw = withdraw;
    }

    /** The day on which it is to be looked at again. */
    @Step
    public String reviewOn(String pageId) {
        return reviews.dueOn(UUID.fromString(pageId)).orElseThrow().toString();
    }

    @Step
    public void revise(String pageId) {
        openRevision.open(UUID.fromString(pageId));
    }

    @Step
    public void withdraw(String pageId) {
        withdraw.withdraw(UUID.fromString(pageId), null);
    }
}
