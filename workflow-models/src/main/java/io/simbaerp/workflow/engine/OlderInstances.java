package io.simbaerp.workflow.engine;

import io.simbaerp.architecture.CurrentActor;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes what began by an older version of a model of ours over to the present one, where the older knows no way out for all it
 * can come to. It goes on where it waits: nobody is asked anew, and what was decided stands. Instances of a company's own
 * version stay with it, and so do those of all other models: their steps stay callable, and they end as they began.
 */
@Component
class OlderInstances {

    /** The first version knew neither a withdrawal nor that the books may refuse what was approved. */
    private static final List<String> TAKEN_OVER = List.of("JournalEntryApproval");

    private static final Logger LOG = LoggerFactory.getLogger(OlderInstances.class);

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final StepRegistry steps;
    private final CurrentActor currentActor;

    OlderInstances(
            RepositoryService repository, RuntimeService runtime, StepRegistry steps, CurrentActor currentActor) {
        this.repository = repository;
        this.runtime = runtime;
        this.steps = steps;
        this.currentActor = currentActor;
    }

    void takeOver() {
        for (String process : TAKEN_OVER) {
            List<ProcessDefinition> versions = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .withoutTenantId()
                    .orderByProcessDefinitionVersion()
                    .desc()
                    .list();
            versions.stream()
                    .skip(1)
                    .forEach(older -> takeOver(older, versions.get(0).getId()));
        }
    }

    private void takeOver(ProcessDefinition older, String present) {
        List<ProcessInstance> running = runtime.createProcessInstanceQuery()
                .processDefinitionId(older.getId())
                .list();
        if (running.isEmpty()) {
            return;
        }
        try {
            MigrationPlan plan = runtime.createMigrationPlan(older.getId(), present)
                    .mapEqualActivities()
                    .build();
            running.forEach(instance -> currentActor.run(
                    steps.acting(older.getKey(), instance.getTenantId()), () -> takeOver(instance, plan)));
        } catch (ProcessEngineException refused) {
            LOG.error("Instances of {} stay with version {}", older.getKey(), older.getVersion(), refused);
        }
    }

    /** One that waits where the present version has nothing like it stays where it is; the others are not held up. */
    private void takeOver(ProcessInstance instance, MigrationPlan plan) {
        try {
            runtime.newMigration(plan).processInstanceIds(instance.getId()).execute();
            LOG.info("Instance {} goes on by the present version of its model", instance.getId());
        } catch (ProcessEngineException refused) {
            LOG.error("Instance {} stays with the version it began by", instance.getId(), refused);
        }
    }
}
