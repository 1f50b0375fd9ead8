package io.simbaerp.workflow.model.web;

import io.simbaerp.workflow.model.CheckModel;
import io.simbaerp.workflow.model.DeployModel;
import io.simbaerp.workflow.model.ModelVersions;
import io.simbaerp.workflow.model.ProposeModel;
import io.simbaerp.workflow.model.RejectModel;
import io.simbaerp.workflow.model.WithdrawModel;
import org.springframework.stereotype.Component;

/** What can be done with models, by page and by program alike. */
@Component
record ModelDoors(
        ModelVersions versions,
        CheckModel check,
        ProposeModel propose,
        DeployModel deploy,
        RejectModel reject,
        WithdrawModel withdraw) {}
