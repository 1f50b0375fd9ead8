package io.simbaerp.workflow.controlled;

import io.simbaerp.approval.Decision;
import io.simbaerp.architecture.Duty;
import io.simbaerp.controlled.EndReview;
import io.simbaerp.controlled.PublishVersion;
import io.simbaerp.workflow.engine.Step;
import io.simbaerp.workflow.engine.Steps;
import java.util.UUID;

/** What the model {@code ControlledDocumentApproval} calls: one use case each, ids in, constants out. */
@Steps(
        process = ControlledDocumentApprovalProcess.ID,
        duties = {Duty.PUBLISH_CONTROLLED_DOCUMENT})
public class ControlledDocumentApprovalSteps {

    private final PublishVersion publishVersion;
    private final EndReview endReview;

    ControlledDocumentApprovalSteps(PublishVersion publishVersion, EndReview endReview) {
        this.publishVersion = publishVersion;
        this.endReview = endReview;
    }

    @Step
    public String publish(String versionId) {
        return publishVersion.publish(UUID.fromString(versionId)).name();
    }

    @Step
    public void giveBack(String versionId) {
        endReview.end(UUID.fromString(versionId), Decision.RETURN);
    }

    @Step
    public void reject(String versionId) {
        endReview.end(UUID.fromString(versionId), Decision.REJECT);
    }
}
