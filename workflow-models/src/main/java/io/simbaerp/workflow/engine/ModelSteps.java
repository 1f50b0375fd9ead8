package io.simbaerp.workflow.engine;

import io.simbaerp.task.timing.DeskSteps;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/**
 * The steps of the models in use at which somebody is asked, as {@link DeskWriter} names their tasks: what a shared process
 * asks is a step of each process that calls it.
 */
@Component
class ModelSteps implements DeskSteps {

    private final RepositoryService repository;

    ModelSteps(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public List<DeskStep> all() {
        Map<String, BpmnModelInstance> models =
                repository.createProcessDefinitionQuery().withoutTenantId().latestVersion().list().stream()
                        .collect(Collectors.toMap(
                                ProcessDefinition::getKey, one -> repository.getBpmnModelInstance(one.getId())));
        return models.entrySet().stream()
                .filter(model -> models.values().stream().noneMatch(other -> calls(other, model.getKey())))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(model -> Stream.concat(
                        own(model.getKey(), model.getValue()), called(model.getKey(), model.getValue(), models)))
                .toList();
    }

    private static boolean calls(BpmnModelInstance model, String process) {
        return model.getModelElementsByType(CallActivity.class).stream()
                .anyMatch(call -> process.equals(call.getCalledElement()));
    }

    private static Stream<DeskStep> own(String process, BpmnModelInstance model) {
        return model.getModelElementsByType(UserTask.class).stream()
                .map(task -> new DeskStep(process, task.getId(), outcomes(task)));
    }

    private static Stream<DeskStep> called(
            String process, BpmnModelInstance model, Map<String, BpmnModelInstance> models) {
        return model.getModelElementsByType(CallActivity.class).stream()
                .flatMap(call -> Stream.ofNullable(models.get(call.getCalledElement()))
                        .flatMap(shared -> shared.getModelElementsByType(UserTask.class).stream())
                        .limit(1)
                        .map(task -> new DeskStep(process, asked(call), outcomes(task))));
    }

    private static String asked(CallActivity call) {
        return "Task_" + call.getId().substring(call.getId().indexOf('_') + 1);
    }

    private static List<String> outcomes(UserTask task) {
        return task.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> "outcomes".equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .flatMap(value -> Stream.of(value.split("\\s*,\\s*")))
                .toList();
    }
}
