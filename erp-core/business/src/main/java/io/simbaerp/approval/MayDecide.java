package io.simbaerp.approval;

import io.simbaerp.approval.history.OwnWork;
import io.simbaerp.architecture.Permission;
import org.springframework.stereotype.Component;

/** Whether the person acting may make a decision: by duty, by its limits, and by what they did to the matter before. */
@Component
class MayDecide {

    private final Permission permission;
    private final OwnWork ownWork;

    MayDecide(Permission permission, OwnWork ownWork) {
        this.permission = permission;
        this.ownWork = ownWork;
    }

    void require(ApprovalDecisionDraft draft) {
        permission.require(draft.level(), draft.extent());
        ownWork.refuse(draft.priorActs());
    }
}
