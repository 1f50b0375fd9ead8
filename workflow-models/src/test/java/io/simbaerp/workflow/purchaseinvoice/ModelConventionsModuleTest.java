package io.simbaerp.workflow.purchaseinvoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.architecture.Duty;
import io.simbaerp.task.TaskForms;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.workflow.engine.StepRegistry;
import io.simbaerp.workflow.engine.gate.DeploymentGate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** What every model of ours has to be, so that people can read it and the engine can run it. */
@ModuleTest
class ModelConventionsModuleTest {

    private static final Path MODELS = Path.of("src/main/resources/processes");
    private static final Pattern CALL = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\(([^)]*)\\)}");
    private static final Map<Class<? extends FlowElement>, String> PREFIXES = Map.of(
            StartEvent.class, "Start_",
            EndEvent.class, "End_",
            BoundaryEvent.class, "Event_",
            EventBasedGateway.class, "Gateway_",
            UserTask.class, "Task_",
            ServiceTask.class, "Step_",
            CallActivity.class, "Call_",
            IntermediateCatchEvent.class, "Timer_|Event_",
            ExclusiveGateway.class, "Gateway_",
            SequenceFlow.class, "Flow_");

    @Autowired
    StepRegistry steps;

    @Autowired
    TaskForms forms;

    @Autowired
    DeploymentGate gate;

    @Autowired
    MessageSource messages;

    static List<Path> processes() throws IOException {
        return files(".bpmn");
    }

    static List<Path> decisions() throws IOException {
        return files(".dmn");
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(MODELS)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreModelsToJudge() throws IOException {
        assertThat(processes()).isNotEmpty();
        assertThat(decisions()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aFileIsNamedLikeItsProcessAndLiesInAFolderOfThatName(Path file) throws IOException {
        assertThat(file.getFileName()).hasToString(process(file).getId() + ".bpmn");
        assertThat(file.getParent().getFileName()).hasToString(process(file).getId());
        assertThat(process(file).isExecutable()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aTableIsNamedLikeItsDecision(Path file) throws IOException {
        DmnModelInstance model = Dmn.readModelFromStream(open(file));
        assertThat(model.getModelElementsByType(Decision.class)).singleElement().satisfies(decision -> {
            assertThat(file.getFileName()).hasToString(decision.getId() + ".dmn");
            assertThat(decision.getCamundaHistoryTimeToLiveString()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("processes")
    void elementsHaveReadableIdsThatSayWhatTheyAre(Path file) throws IOException {
        for (FlowElement element : elements(file)) {
            String prefix = PREFIXES.entrySet().stream()
                    .filter(entry -> entry.getKey().isInstance(element))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(element.getId() + " is of no known kind"));
            assertThat(element.getId()).matches("(" + prefix + ").*").matches("[A-Z][a-z]+_[A-Z][A-Za-z]+");
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void historyIsKeptForAStatedTime(Path file) throws IOException {
        assertThat(process(file).getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
    }

    @ParameterizedTest
    @MethodSource("processes")
    void afterAPersonTheProcessGoesOnByItself(Path file) throws IOException {
        assertThat(of(file, UserTask.class)).allMatch(task -> task.isCamundaAsyncAfter());
        assertThat(of(file, UserTask.class).size()
                        + of(file, CallActivity.class).size())
                .as("people who decide, here or in what is called")
                .isPositive();
    }

    /** A shared process that asks in its caller's name takes name and help of the task from the call. */
    @ParameterizedTest
    @MethodSource("processes")
    void whatIsCalledIsOursAndItsTaskIsCalledAfterTheCall(Path file) throws IOException {
        for (CallActivity call : of(file, CallActivity.class)) {
            assertThat(MODELS.resolve(call.getCalledElement()).resolve(call.getCalledElement() + ".bpmn"))
                    .exists();
            for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("pl"))) {
                String task = "Task_" + call.getId().substring("Call_".length());
                assertThat(message("task.name." + task, language)).isNotBlank();
                assertThat(message("task.help." + task, language)).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyStepExistsWithThatManyArguments(Path file) throws IOException {
        List<ServiceTask> tasks = new ArrayList<>(of(file, ServiceTask.class));
        assertThat(tasks).isNotEmpty();
        for (ServiceTask task : tasks) {
            Matcher call = CALL.matcher(task.getCamundaExpression());
            assertThat(call.matches()).as(task.getId()).isTrue();
            int arity = call.group(3).isBlank() ? 0 : call.group(3).split(",").length;
            assertThat(steps.signatures()).as(task.getId()).contains(call.group(1) + "." + call.group(2) + "/" + arity);
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyUserTaskHasAPageOutcomesAndSomebodyWhoMayTakeIt(Path file) throws IOException {
        for (UserTask task : of(file, UserTask.class)) {
            assertThat(forms.names()).as(task.getId()).contains(task.getCamundaFormKey());
            assertThat(outcomes(task)).as(task.getId()).hasSizeGreaterThan(1);
            String candidates = task.getCamundaCandidateGroups();
            assertThat(candidates).as(task.getId()).isNotBlank();
            if (!candidates.startsWith("${")) {
                assertThat(Arrays.stream(Duty.values()).map(Duty::name)).contains(candidates.split("\\s*,\\s*"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void nothingIsScripted(Path file) throws IOException {
        assertThat(of(file, ScriptTask.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everythingIsDrawn(Path file) throws IOException {
        BpmnModelInstance model = model(file);
        List<String> drawn = new ArrayList<>();
        model.getModelElementsByType(BpmnShape.class)
                .forEach(shape -> drawn.add(shape.getBpmnElement().getId()));
        model.getModelElementsByType(BpmnEdge.class)
                .forEach(edge -> drawn.add(edge.getBpmnElement().getId()));
        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(
                        elements(file).stream().map(FlowElement::getId).toList());
        List<BpmnShape> shapes = new ArrayList<>(model.getModelElementsByType(BpmnShape.class));
        // An event on the border of a task lies on it.
        shapes.removeIf(shape -> shape.getBpmnElement() instanceof BoundaryEvent);
        for (BpmnShape one : shapes) {
            for (BpmnShape other : shapes) {
                assertThat(one == other || !overlap(one, other))
                        .as(one.getId() + " and " + other.getId() + " don't overlap")
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyWayOutOfAGatewayIsConditionalButOne(Path file) throws IOException {
        for (ExclusiveGateway gateway : of(file, ExclusiveGateway.class)) {
            assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
            assertThat(gateway.getOutgoing())
                    .allMatch(flow -> flow.equals(gateway.getDefault()) == (flow.getConditionExpression() == null));
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void peopleGetHelpInBothLanguagesAndTheModelSaysTheSame(Path file) throws IOException {
        for (UserTask task : of(file, UserTask.class)) {
            assertThat(message("task.help." + task.getId(), Locale.ENGLISH)).isEqualTo(documentation(task));
            for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("pl"))) {
                assertThat(message("task.name." + task.getId(), language)).isNotBlank();
                assertThat(message("task.help." + task.getId(), language)).isNotBlank();
                outcomes(task).forEach(outcome -> assertThat(message("task.outcome." + outcome, language))
                        .isNotBlank());
            }
        }
        for (FlowElement element : elements(file)) {
            if (element.getName() != null) {
                assertThat(message("workflow.element." + element.getId(), Locale.ENGLISH))
                        .isEqualTo(element.getName());
                assertThat(message("workflow.element." + element.getId(), Locale.forLanguageTag("pl")))
                        .isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void tasksAndGatewaysAreDocumented(Path file) throws IOException {
        for (FlowNode node : of(file, FlowNode.class)) {
            if (!(node instanceof StartEvent) && !(node instanceof EndEvent)) {
                assertThat(documentation(node)).as(node.getId()).isNotBlank();
            }
        }
    }

    @Test
    void ourModelsPassTheGate() throws IOException {
        for (Path file :
                Stream.concat(processes().stream(), decisions().stream()).toList()) {
            assertThat(gate.check(file.getFileName().toString(), Files.readAllBytes(file)))
                    .isEmpty();
        }
    }

    private String message(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }

    private static String documentation(FlowElement element) {
        return element.getDocumentations().stream()
                .map(Documentation::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static Set<String> outcomes(UserTask task) {
        return task.getExtensionElements().getElementsQuery().list().stream()
                .flatMap(extension -> extension.getChildElementsByType(CamundaProperty.class).stream())
                .filter(property -> property.getCamundaName().equals("outcomes"))
                .flatMap(property -> Arrays.stream(property.getCamundaValue().split("\\s*,\\s*")))
                .collect(java.util.stream.Collectors.toSet());
    }

    private static boolean overlap(BpmnShape one, BpmnShape other) {
        var a = one.getBounds();
        var b = other.getBounds();
        return a.getX() < b.getX() + b.getWidth()
                && b.getX() < a.getX() + a.getWidth()
                && a.getY() < b.getY() + b.getHeight()
                && b.getY() < a.getY() + a.getHeight();
    }

    private static Process process(Path file) throws IOException {
        return of(file, Process.class).iterator().next();
    }

    private static List<FlowElement> elements(Path file) throws IOException {
        return List.copyOf(of(file, FlowElement.class));
    }

    private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Collection<T> of(
            Path file, Class<T> type) throws IOException {
        return model(file).getModelElementsByType(type);
    }

    private static BpmnModelInstance model(Path file) throws IOException {
        return Bpmn.readModelFromStream(open(file));
    }

    private static InputStream open(Path file) throws IOException {
        return new java.io.ByteArrayInputStream(
                Files.readString(file, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
    }
}
