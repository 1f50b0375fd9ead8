package io.simbaerp.workflow.controlled;

import io.simbaerp.architecture.Actor;
import io.simbaerp.controlled.ControlledDocumentPublished;
import io.simbaerp.controlled.upkeep.ControlledDocumentWithdrawn;
import io.simbaerp.workflow.engine.Processes;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts waiting for the next look at a document when a version of it is published, in place of the wait for the version
 * before; and ends it when the document goes out of use.
 */
@Component
class ControlledDocumentUpkeepProcess {

    static final String ID = "ControlledDocumentUpkeep";

    private final Processes processes;
    private final RuntimeService runtime;

    ControlledDocumentUpkeepProcess(Processes processes, RuntimeService runtime) {
        this.processes = processes;
        this.runtime = runtime;
    }

    @EventListener
    void begin(ControlledDocumentPublished event) {
        end(event.documentId(), "published-anew");
        processes.begin(
                ID, event.documentId(), Map.of("pageId", event.documentId().toString()));
    }

    /** When the process itself takes it out of use, it ends by its own way. */
    @EventListener
    void end(ControlledDocumentWithdrawn event) {
        if (event.actor().kind() != Actor.Kind.PROCESS) {
            end(event.documentId(), "withdrawn");
        }
    }

    private void end(UUID document, String reason) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(document.toString(), ID)
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), reason));
    }
}
