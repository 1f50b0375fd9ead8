package io.simbaerp.workflow.engine;

import io.simbaerp.workflow.model.ModelsInForce;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Begins processes, by the company's own version of the model if one is in force, else by the one that comes with us. */
@Component
public class Processes {

    private final RuntimeService runtime;
    private final ModelsInForce models;

    Processes(RuntimeService runtime, ModelsInForce models) {
        this.runtime = runtime;
        this.models = models;
    }

    /**
     * Begins one, for the company acted for.
     *
     * @param subject the record it is about: its business key
     * @param variables ids and constants
     */
    public void begin(String process, UUID subject, Map<String, String> variables) {
        ProcessInstantiationBuilder instance = models.definition(process)
                .map(runtime::createProcessInstanceById)
                .orElseGet(() -> runtime.createProcessInstanceByKey(process).processDefinitionWithoutTenantId())
                .businessKey(subject.toString());
        variables.forEach(instance::setVariable);
        instance.execute();
    }

    /**
     * Tells the processes about a record what happened to it. It reaches them at the end of the transaction, when the task
     * in which somebody may have said so has ended: who waits for nothing then goes on by itself.
     */
    public void tell(String message, UUID subject) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                runtime.createMessageCorrelation(message)
                        .processInstanceBusinessKey(subject.toString())
                        .correlateAll();
            }
        });
    }
}
