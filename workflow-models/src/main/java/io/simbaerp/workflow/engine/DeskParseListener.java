package io.simbaerp.workflow.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Joins every user task of every model to the task desk. The engine itself keeps no candidates: who may take a task is
 * the desk's affair, and saves the engine two rows for each task.
 */
@Component
class DeskParseListener extends AbstractBpmnParseListener {

    /** Names the kind of record that the instances' business key is the id of. */
    static final String SUBJECT = "subject";

    /** In place of a kind of record: that of the process that calls this one. */
    static final String CALLER = "caller";

    /** Names the variable that holds whose task it is from the start. */
    private static final String DIRECTED_TO = "directedTo";

    private final DeskWriter desk;

    DeskParseListener(DeskWriter desk) {
        this.desk = desk;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.setProperty(SUBJECT, properties(element).get(SUBJECT));
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        Map<String, String> properties = properties(element);
        DeskTaskDefinition task = new DeskTaskDefinition(
                definition.getKey(),
                definition.getFormKey().getExpressionText(),
                List.copyOf(definition.getCandidateGroupIdExpressions()),
                List.of(properties.getOrDefault("outcomes", "").split("\\s*,\\s*")),
                Integer.parseInt(properties.getOrDefault("dueInWorkingDays", "2")),
                Integer.parseInt(properties.getOrDefault("dueInWorkingHours", "0")),
                properties.get("rule"),
                properties.get(DIRECTED_TO));
        definition.getCandidateGroupIdExpressions().clear();
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, delegate -> desk.open(delegate, task));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, desk::withdraw);
    }

    private static Map<String, String> properties(Element element) {
        Map<String, String> found = new LinkedHashMap<>();
        Element extensions = element.element("extensionElements");
        if (extensions != null) {
            for (Element properties : extensions.elements()) {
                for (Element property : properties.elements()) {
                    found.put(property.attribute("name"), property.attribute("value"));
                }
            }
        }
        return found;
    }

    /**
     * What a model says about a user task.
     *
     * @param candidates duties, or a variable that holds one
     * @param dueInWorkingHours counts instead of the days unless it is zero
     * @param rule the decision table that asked for it, if one did
     * @param directedTo the variable that holds whose it is from the start, if it is somebody's; they may give it back to all
     */
    record DeskTaskDefinition(
            String key,
            String form,
            List<Expression> candidates,
            List<String> outcomes,
            int dueInWorkingDays,
            int dueInWorkingHours,
            @Nullable String rule,
            @Nullable String directedTo) {}
}
