package io.simbaerp.workflow.controlled;

import io.simbaerp.controlled.ControlledDocumentSubmitted;
import io.simbaerp.workflow.engine.Processes;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process of every version that is sent to its review. */
@Component
class ControlledDocumentApprovalProcess {

    static final String ID = "ControlledDocumentApproval";

    private final Processes processes;

    ControlledDocumentApprovalProcess(Processes processes) {
        this.processes = processes;
    }

    @EventListener
    void begin(ControlledDocumentSubmitted event) {
        processes.begin(
                ID,
                event.versionId(),
                Map.of("versionId", event.versionId().toString(), "subjectKind", "controlled-version"));
    }
}
