package io.simbaerp.workflow.paymentrun;

import io.simbaerp.architecture.Actor;
import io.simbaerp.payment.PaymentRunCancelled;
import io.simbaerp.payment.PaymentRunSent;
import io.simbaerp.workflow.engine.Processes;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process of every payment run that is sent to approval, and ends it when somebody cancels the run. */
@Component
class PaymentRunApprovalProcess {

    static final String ID = "PaymentRunApproval";
    static final String RUN = "runId";

    private final Processes processes;
    private final RuntimeService runtime;

    PaymentRunApprovalProcess(Processes processes, RuntimeService runtime) {
        this.processes = processes;
        this.runtime = runtime;
    }

    @EventListener
    void begin(PaymentRunSent event) {
        processes.begin(ID, event.runId().value(), Map.of(RUN, event.runId().toString()));
    }

    /** When the process itself cancels, it ends by its own way. */
    @EventListener
    void end(PaymentRunCancelled event) {
        if (event.actor().kind() != Actor.Kind.PROCESS) {
            runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(event.runId().toString(), ID)
                    .list()
                    .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "run-cancelled"));
        }
    }
}
