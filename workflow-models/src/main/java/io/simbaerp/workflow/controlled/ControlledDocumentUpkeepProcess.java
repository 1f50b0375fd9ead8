package io.simbaerp.workflow.controlled;

import io.simbaerp.architecture.Actor;
import io.simbaerp.controlled.ControlledDocumentPublished;
import io.simbaerp.controlled.ControlledDocumentRejected;
import io.simbaerp.controlled.upkeep.ControlledDocumentWithdrawn;
import io.simbaerp.controlled.upkeep.PeriodicReviews;
import io.simbaerp.workflow.engine.Processes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts waiting for the next look at a document when a version of it is published, in place of the wait for the version
 * before, or rejected while nothing waits; and ends it when the document goes out of use.
 */
@Component
class ControlledDocumentUpkeepProcess {

    static final String ID = "ControlledDocumentUpkeep";

    private final Processes processes;
    private final RuntimeService runtime;
    private final PeriodicReviews reviews;

    ControlledDocumentUpkeepProcess(Processes processes, RuntimeService runtime, PeriodicReviews reviews) {
        this.processes = processes;
        this.runtime = runtime;
        this.reviews = reviews;
    }

    @EventListener
    void begin(ControlledDocumentPublished event) {
        end(event.documentId(), "published-anew");
        begin(event.documentId());
    }

    /** When the revision a look had asked for is rejected, what is published is to be looked at again. */
    @EventListener
    void begin(ControlledDocumentRejected event) {
        if (waiting(event.documentId()).isEmpty()
                && reviews.dueOn(event.documentId()).isPresent()) {
            begin(event.documentId());
        }
    }

    private void begin(UUID document) {
        processes.begin(ID, document, Map.of("pageId", document.toString()));
    }

    /** When the process itself takes it out of use, it ends by its own way. */
    @EventListener
    void end(ControlledDocumentWithdrawn event) {
        if (event.actor().kind() != Actor.Kind.PROCESS) {
            end(event.documentId(), "withdrawn");
        }
    }

    private void end(UUID document, String reason) {
        waiting(document).forEach(instance -> runtime.deleteProcessInstance(instance.getId(), reason));
    }

    private List<ProcessInstance> waiting(UUID document) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(document.toString(), ID)
                .list();
    }
}
