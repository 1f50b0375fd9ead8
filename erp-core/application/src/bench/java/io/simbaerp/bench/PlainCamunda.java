package io.simbaerp.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/**
 * The reference of the main job: the bare engine with a process of the same shape and nothing around it. A start, a
 * decision table, two user tasks that are claimed and completed, a service call, an end; through the Java interface,
 * without HTTP, documents, ledger or row-level security; with the settings it comes with, of which the full history is
 * one.
 */
final class PlainCamunda implements AutoCloseable {

    private static final String DECISION =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="bench"
                         xmlns:camunda="http://camunda.org/schema/1.0/dmn">
              <decision id="Approver" name="Approver" camunda:historyTimeToLive="1">
                <decisionTable id="t">
                  <input id="i"><inputExpression id="e" typeRef="integer"><text>amount</text></inputExpression></input>
                  <output id="o" name="approver" typeRef="string"/>
                  <rule id="r1"><inputEntry id="r1i"><text>&lt;= 20000</text></inputEntry>
                    <outputEntry id="r1o"><text>"manager"</text></outputEntry></rule>
                  <rule id="r2"><inputEntry id="r2i"><text>&gt; 20000</text></inputEntry>
                    <outputEntry id="r2o"><text>"director"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    private final ProcessEngine engine;

    /** @param url an empty database of its own, with credentials in it */
    PlainCamunda(String url) {
        ProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration()
                .setProcessEngineName("bench")
                .setJdbcUrl(url)
                .setJdbcDriver("org.postgresql.Driver")
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setJobExecutorActivate(false);
        configuration.setJdbcMaxActiveConnections(10);
        engine = configuration.buildProcessEngine();
        BpmnModelInstance model = Bpmn.createExecutableProcess("Approval")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .businessRuleTask()
                .camundaDecisionRef("Approver")
                .camundaResultVariable("approver")
                .camundaMapDecisionResult("singleEntry")
                .userTask("Code")
                .camundaCandidateGroups("accountant")
                .userTask("Approve")
                .camundaCandidateGroups("manager")
                .serviceTask()
                .camundaExpression("${true}")
                .endEvent()
                .done();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("approval.bpmn", model)
                .addString("approver.dmn", DECISION)
                .deploy();
    }

    /** Runs so many instances with two threads and answers how many were finished per second. */
    double perSecond(int instances) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(instances);
        ExecutorService clients = Executors.newFixedThreadPool(2);
        long start = System.nanoTime();
        for (int instance = 0; instance < instances; instance++) {
            clients.execute(() -> {
                runOne();
                done.countDown();
            });
        }
        done.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        clients.shutdown();
        return instances / seconds;
    }

    private void runOne() {
        String instance = engine.getRuntimeService()
                .startProcessInstanceByKey("Approval", Map.<String, Object>of("amount", 100))
                .getId();
        for (String person : List.of("accountant", "manager")) {
            Task task = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(instance)
                    .singleResult();
            engine.getTaskService().claim(task.getId(), person);
            engine.getTaskService().complete(task.getId());
        }
    }

    /** Starts an instance with these variables that waits at its first task, and answers its id. */
    String wait(String name, Object value, String another, Object anotherValue) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey("Approval", Map.of(name, value, another, anotherValue))
                .getId();
    }

    void forget(String instance) {
        engine.getRuntimeService().deleteProcessInstance(instance, "done with");
    }

    TaskService tasks() {
        return engine.getTaskService();
    }

    @Override
    public void close() {
        engine.close();
    }
}
