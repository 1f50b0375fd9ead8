package io.simbaerp.workflow.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.testing.ModuleTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class DeploymentGateModuleTest {

    private static final Path PROOF = Path.of("target", "a-program-ran");
    private static final String ATTACK = "${''.getClass().forName('java.lang.Runtime').getMethods()[6].invoke(null)"
            + ".exec('touch target/a-program-ran')}";

    @Autowired
    RepositoryService repository;

    @Autowired
    DeploymentGate gate;

    /** Each line: what is replaced in a harmless model, by what, and which element and attribute must be named. */
    static Stream<Arguments> attacksInBpmn() {
        String call = "camunda:expression=\"${trialSteps.begin(subjectId)}\"";
        String task = "<userTask id=\"Task_Decide\" ";
        return Stream.of(
                attack(call, "camunda:expression=\"" + ATTACK + "\"", "Step_Begin", "camunda:expression"),
                attack(
                        call,
                        "camunda:expression=\"${trialSteps.secretDoor(subjectId)}\"",
                        "Step_Begin",
                        "camunda:expression"),
                attack(call, "camunda:expression=\"${trialSteps.begin(a, b)}\"", "Step_Begin", "camunda:expression"),
                attack(call, "camunda:expression=\"${trialSteps.begin(a.b)}\"", "Step_Begin", "camunda:expression"),
                attack(
                        call,
                        "camunda:expression=\"${trialSteps.begin(execution)}\"",
                        "Step_Begin",
                        "camunda:expression"),
                attack(
                        call,
                        "camunda:expression=\"${trialSteps.begin(''.getClass())}\"",
                        "Step_Begin",
                        "camunda:expression"),
                attack(call, "camunda:expression=\"${trialSteps}\"", "Step_Begin", "camunda:expression"),
                attack(
                        call,
                        "camunda:expression=\"${trialSteps.begin(subjectId)}${trialSteps.begin(subjectId)}\"",
                        "Step_Begin",
                        "camunda:expression"),
                attack(
                        call,
                        "camunda:expression=\"${dataSource.getConnection()}\"",
                        "Step_Begin",
                        "camunda:expression"),
                attack(
                        call,
                        "camunda:expression=\"#{trialSteps.begin(subjectId)}\"",
                        "Step_Begin",
                        "camunda:expression"),
                attack(call, "camunda:class=\"java.lang.ProcessBuilder\"", "Step_Begin", "camunda:class"),
                attack(
                        call,
                        "camunda:delegateExpression=\"${trialSteps}\"",
                        "Step_Begin",
                        "camunda:delegateExpression"),
                attack(call, "camunda:type=\"external\" camunda:topic=\"x\"", "Step_Begin", "camunda:type"),
                attack(call, "camunda:type=\"shell\"", "Step_Begin", "camunda:type"),
                attack(call, "implementation=\"##unspecified\"", "Step_Begin", "implementation"),
                attack(
                        "camunda:resultVariable=\"approverDuty\"",
                        "camunda:resultVariable=\"trialSteps\"",
                        "Step_Begin",
                        "camunda:resultVariable"),
                attack(
                        "camunda:resultVariable=\"approverDuty\"",
                        "camunda:resultVariable=\"${x}\"",
                        "Step_Begin",
                        "camunda:resultVariable"),
                attack("name=\"Begin\"", "name=\"" + ATTACK + "\"", "Step_Begin", "name"),
                attack(task, task + "camunda:assignee=\"" + ATTACK + "\" ", "Task_Decide", "camunda:assignee"),
                attack(task, task + "camunda:assignee=\"${person}\" ", "Task_Decide", "camunda:assignee"),
                attack(
                        task,
                        task + "camunda:candidateUsers=\"" + ATTACK + "\" ",
                        "Task_Decide",
                        "camunda:candidateUsers"),
                attack(
                        "camunda:candidateGroups=\"${approverDuty}\"",
                        "camunda:candidateGroups=\"" + ATTACK + "\"",
                        "Task_Decide",
                        "camunda:candidateGroups"),
                attack(
                        "camunda:candidateGroups=\"${approverDuty}\"",
                        "camunda:candidateGroups=\"${a.b}\"",
                        "Task_Decide",
                        "camunda:candidateGroups"),
                attack(
                        "camunda:candidateGroups=\"${approverDuty}\"",
                        "camunda:candidateGroups=\"EVERYBODY\"",
                        "Task_Decide",
                        "camunda:candidateGroups"),
                attack(task, task + "camunda:dueDate=\"" + ATTACK + "\" ", "Task_Decide", "camunda:dueDate"),
                attack(task, task + "camunda:followUpDate=\"${x}\" ", "Task_Decide", "camunda:followUpDate"),
                attack(task, task + "camunda:priority=\"" + ATTACK + "\" ", "Task_Decide", "camunda:priority"),
                attack(task, task + "camunda:formRef=\"x\" ", "Task_Decide", "camunda:formRef"),
                attack(
                        task,
                        task + "xmlns:activiti=\"http://activiti.org/bpmn\" activiti:assignee=\"" + ATTACK + "\" ",
                        "Task_Decide",
                        "activiti:assignee"),
                attack(
                        "camunda:formKey=\"trial/decide\"",
                        "camunda:formKey=\"" + ATTACK + "\"",
                        "Task_Decide",
                        "camunda:formKey"),
                attack(
                        "camunda:formKey=\"trial/decide\"",
                        "camunda:formKey=\"trial/unknown\"",
                        "Task_Decide",
                        "camunda:formKey"),
                attack(
                        "camunda:asyncAfter=\"true\"",
                        "camunda:asyncAfter=\"${x}\"",
                        "Task_Decide",
                        "camunda:asyncAfter"),
                attack("value=\"go, stop\"", "value=\"" + ATTACK + "\"", "camunda:property", "value"),
                attack(
                        "camunda:historyTimeToLive=\"P1D\"",
                        "camunda:historyTimeToLive=\"${x}\"",
                        "EngineTrial",
                        "camunda:historyTimeToLive"),
                attack(
                        "isExecutable=\"true\"",
                        "isExecutable=\"true\" camunda:jobPriority=\"${x}\"",
                        "EngineTrial",
                        "camunda:jobPriority"),
                attack(
                        "isExecutable=\"true\"",
                        "isExecutable=\"true\" camunda:candidateStarterGroups=\"${x}\"",
                        "EngineTrial",
                        "camunda:candidateStarterGroups"),
                attack(
                        "<startEvent id=\"Start_Trial\" />",
                        "<startEvent id=\"Start_Trial\" camunda:initiator=\"x\" />",
                        "Start_Trial",
                        "camunda:initiator"),
                attack("${outcome == 'go'}", ATTACK, "conditionExpression", null),
                attack("${outcome == 'go'}", "${outcome.length() == 2}", "conditionExpression", null),
                attack("${outcome == 'go'}", "${trialSteps == 'go'}", "conditionExpression", null),
                attack(
                        "xsi:type=\"tFormalExpression\">",
                        "xsi:type=\"tFormalExpression\" language=\"groovy\">",
                        "conditionExpression",
                        "language"),
                attack(
                        "<endEvent id=\"End_Stopped\" />",
                        "<scriptTask id=\"Script_1\" scriptFormat=\"groovy\"><script>1</script></scriptTask>",
                        "scriptTask Script_1",
                        null),
                attack(
                        "<endEvent id=\"End_Stopped\" />",
                        "<callActivity id=\"Call_1\" calledElement=\"${x}\" />",
                        "callActivity Call_1",
                        "calledElement"),
                attack(
                        "<endEvent id=\"End_Stopped\" />",
                        "<businessRuleTask id=\"Rule_1\" camunda:decisionRef=\"${x}\" />",
                        "businessRuleTask Rule_1",
                        "camunda:decisionRef"),
                attack(
                        "<endEvent id=\"End_Stopped\" />",
                        "<sendTask id=\"Send_1\" camunda:class=\"x\" />",
                        "sendTask Send_1",
                        null),
                attack(
                        "<endEvent id=\"End_Stopped\" />",
                        "<subProcess id=\"Sub_1\" triggeredByEvent=\"true\" />",
                        "subProcess Sub_1",
                        "triggeredByEvent"),
                attack(
                        "<endEvent id=\"End_Stopped\" />",
                        "<endEvent id=\"End_Stopped\"><errorEventDefinition errorRef=\"" + ATTACK + "\" /></endEvent>",
                        "errorEventDefinition",
                        "errorRef"),
                attack(
                        "<endEvent id=\"End_Stopped\" />",
                        "<intermediateCatchEvent id=\"Wait_1\"><timerEventDefinition><timeDuration>" + ATTACK
                                + "</timeDuration></timerEventDefinition></intermediateCatchEvent>",
                        "timeDuration",
                        null),
                attack(
                        "<camunda:properties>",
                        "<camunda:executionListener event=\"start\" expression=\"" + ATTACK
                                + "\" /><camunda:properties>",
                        "camunda:executionListener",
                        null),
                attack(
                        "<camunda:properties>",
                        "<camunda:taskListener event=\"create\" class=\"x\" /><camunda:properties>",
                        "camunda:taskListener",
                        null),
                attack(
                        "<camunda:properties>",
                        "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector><camunda:properties>",
                        "camunda:connector",
                        null),
                attack(
                        "<camunda:properties>",
                        "<camunda:inputOutput><camunda:inputParameter name=\"x\">" + ATTACK
                                + "</camunda:inputParameter></camunda:inputOutput><camunda:properties>",
                        "camunda:inputOutput",
                        null),
                attack(
                        "<camunda:properties>",
                        "<camunda:formData><camunda:formField id=\"f\" defaultValue=\"" + ATTACK
                                + "\" /></camunda:formData><camunda:properties>",
                        "camunda:formData",
                        null),
                attack(
                        "<camunda:properties>",
                        "<camunda:failedJobRetryTimeCycle>" + ATTACK
                                + "</camunda:failedJobRetryTimeCycle><camunda:properties>",
                        "camunda:failedJobRetryTimeCycle",
                        null),
                attack(
                        "<startEvent id=\"Start_Trial\" />",
                        "<startEvent id=\"Start_Trial\"><documentation>" + ATTACK + "</documentation></startEvent>",
                        "documentation",
                        null),
                attack(
                        "<process id=\"EngineTrial\"",
                        "<message id=\"Msg_1\" name=\"" + ATTACK + "\" /><process id=\"EngineTrial\"",
                        "message Msg_1",
                        "name"),
                attack(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                        "<!DOCTYPE definitions [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                        "document",
                        null));
    }

    @ParameterizedTest
    @MethodSource("attacksInBpmn")
    void refusesWhatIsNotOnTheListNamingElementAndAttribute(
            String harmless, String attack, String element, String attribute) throws IOException {
        String model = trial();
        assertThat(model).contains(harmless);
        String attacked = model.replaceFirst(
                java.util.regex.Pattern.quote(harmless), java.util.regex.Matcher.quoteReplacement(attack));
        long before = repository.createDeploymentQuery().count();

        assertThatThrownBy(() -> deploy("EngineTrial.bpmn", attacked))
                .isInstanceOfSatisfying(DeploymentRefused.class, refused -> assertThat(refused.refusals())
                        .anySatisfy(refusal -> {
                            assertThat(refusal.element()).contains(element);
                            assertThat(refusal.attribute()).isEqualTo(attribute);
                        }));

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        assertThat(PROOF).doesNotExist();
    }

    static Stream<Arguments> attacksInDmn() {
        return Stream.of(
                attack(
                        "<inputEntry id=\"In_1\">",
                        "<inputEntry id=\"In_1\" expressionLanguage=\"juel\">",
                        "inputEntry In_1",
                        "expressionLanguage"),
                attack(
                        "<outputEntry id=\"Out_1\">",
                        "<outputEntry id=\"Out_1\" expressionLanguage=\"groovy\">",
                        "outputEntry Out_1",
                        "expressionLanguage"),
                attack(
                        "<inputExpression id=\"Expr_1\">",
                        "<inputExpression id=\"Expr_1\" expressionLanguage=\"JUEL\">",
                        "inputExpression Expr_1",
                        "expressionLanguage"),
                attack(
                        "namespace=\"https://simba-erp.io/decisions\"",
                        "namespace=\"x\" expressionLanguage=\"juel\"",
                        "definitions",
                        "expressionLanguage"),
                attack("<text>&gt; 10</text>", "<text>" + ATTACK + "</text>", "text", null),
                attack("<text>\"yes\"</text>", "<text>" + ATTACK + "</text>", "text", null),
                attack("<text>amount</text>", "<text>#{amount}</text>", "text", null),
                attack(
                        "<text>\"yes\"</text>",
                        "<text>function(x) external {java: {class: \"java.lang.Math\"}}</text>",
                        "text",
                        null),
                attack(
                        "<inputExpression id=\"Expr_1\">",
                        "<inputExpression id=\"Expr_1\" xmlns:c=\"http://camunda.org/schema/1.0/dmn\" c:inputVariable=\"x\">",
                        "inputExpression Expr_1",
                        "c:inputVariable"),
                attack(
                        "<decision id=\"Trial\" name=\"Trial\">",
                        "<decision id=\"Trial\" name=\"Trial\"><extensionElements />",
                        "extensionElements",
                        null),
                attack("<definitions ", "<definitions exporter=\"" + ATTACK + "\" ", "definitions", "exporter"));
    }

    @ParameterizedTest
    @MethodSource("attacksInDmn")
    void refusesDecisionsThatReachBeyondFeel(String harmless, String attack, String element, String attribute) {
        refusesWhatTheTableHides(DECISION, harmless, attack, element, attribute);
    }

    private void refusesWhatTheTableHides(
            String model, String harmless, String attack, String element, String attribute) {
        assertThat(model).contains(harmless);
        assertThatThrownBy(() -> deploy("Trial.dmn", model.replace(harmless, attack)))
                .isInstanceOfSatisfying(DeploymentRefused.class, refused -> assertThat(refused.refusals())
                        .anySatisfy(refusal -> {
                            assertThat(refusal.element()).contains(element);
                            assertThat(refusal.attribute()).isEqualTo(attribute);
                        }));
        assertThat(PROOF).doesNotExist();
    }

    @Test
    void refusesResourcesOfOtherKinds() {
        assertThatThrownBy(() -> deploy("x.cmmn", "<x/>")).isInstanceOf(DeploymentRefused.class);
        assertThatThrownBy(() -> deploy("x.groovy", "1")).isInstanceOf(DeploymentRefused.class);
        assertThatThrownBy(() -> deploy("x.bpmn20.xml", "<x/>")).isInstanceOf(DeploymentRefused.class);
    }

    @Test
    void letsHarmlessModelsPass() throws IOException {
        assertThat(gate.check("EngineTrial.bpmn", trial().getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(gate.check("Trial.dmn", DECISION.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private void deploy(String name, String content) {
        repository.createDeployment().addString(name, content).deploy();
    }

    private static Arguments attack(String harmless, String attack, String element, String attribute) {
        return Arguments.of(harmless, attack, element, attribute);
    }

    private static String trial() throws IOException {
        try (InputStream in =
                DeploymentGateModuleTest.class.getResourceAsStream("/processes/EngineTrial/EngineTrial.bpmn")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static final String DECISION = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="Definitions_Trial" name="Trial" namespace="https://simba-erp.io/decisions">
              <decision id="Trial" name="Trial">
                <decisionTable id="Table_1" hitPolicy="RULE ORDER">
                  <input id="Input_1" label="Amount"><inputExpression id="Expr_1"><text>amount</text></inputExpression></input>
                  <output id="Output_1" label="Answer" name="answer" />
                  <rule id="Rule_1"><inputEntry id="In_1"><text>&gt; 10</text></inputEntry><outputEntry id="Out_1"><text>"yes"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>""";
}
