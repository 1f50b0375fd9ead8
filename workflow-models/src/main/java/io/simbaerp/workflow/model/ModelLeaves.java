package io.simbaerp.workflow.model;

import io.simbaerp.audit.integrity.IntegrityLeaves;
import io.simbaerp.audit.integrity.LeafKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Versions of models and what was decided about them, in the integrity log: by whose word a process runs as it does. */
@Component
class ModelLeaves implements IntegrityLeaves {

    @Override
    public List<LeafKind> kinds() {
        return List.of(
                LeafKind.added(
                        "workflow-model-version",
                        "select x.id, to_jsonb(x) - 'content' as record from workflow.model_version x where x.company_id = :company",
                        true),
                LeafKind.addedWithKey("workflow-model-decision", "workflow.model_decision", "version_id"));
    }
}
