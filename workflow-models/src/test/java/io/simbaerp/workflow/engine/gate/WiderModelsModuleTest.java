package io.simbaerp.workflow.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.task.TaskSelection;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything a larger model may be made of, what each of it may not say, and that no deployment gets around the gate. */
@ModuleTest
class WiderModelsModuleTest {

    private static final Path PROOF = Path.of("target", "a-program-ran-again");
    private static final String ATTACK = "${''.getClass().forName('java.lang.Runtime').getMethods()[6].invoke(null)"
            + ".exec('touch target/a-program-ran-again')}";

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    SpringProcessEngineConfiguration settings;

    @Autowired
    DeploymentGate gate;

    @Autowired
    TestCompanies companies;

    @Autowired
    Tasks tasks;

    @Autowired
    JdbcClient jdbc;

    /** What is replaced in the wide model, by what, and the element and attribute (if any) that must be named. */
    static Stream<Arguments> attacks() {
        return Stream.of(
                attack(
                        "calledElement=\"EngineTrial\"",
                        "calledElement=\"" + ATTACK + "\"",
                        "Call_Trial",
                        "calledElement"),
                attack("calledElement=\"EngineTrial\"", "calledElement=\"${model}\"", "Call_Trial", "calledElement"),
                attack("calledElement=\"EngineTrial\"", "", "Call_Trial", "calledElement"),
                attack(
                        "calledElement=\"EngineTrial\"",
                        "calledElement=\"EngineTrial\" camunda:variableMappingClass=\"x\"",
                        "Call_Trial",
                        "camunda:variableMappingClass"),
                attack(
                        "calledElement=\"EngineTrial\"",
                        "calledElement=\"EngineTrial\" camunda:calledElementTenantId=\"${x}\"",
                        "Call_Trial",
                        "camunda:calledElementTenantId"),
                attack("businessKey=\"${subjectId}\"", "businessKey=\"" + ATTACK + "\"", "camunda:in", "businessKey"),
                attack(
                        "businessKey=\"${subjectId}\"",
                        "businessKey=\"#{execution.processBusinessKey}\"",
                        "camunda:in",
                        "businessKey"),
                attack("source=\"subjectId\"", "sourceExpression=\"" + ATTACK + "\"", "camunda:in", "sourceExpression"),
                attack("source=\"subjectId\"", "variables=\"all\"", "camunda:in", "variables"),
                attack("source=\"subjectId\"", "source=\"trialSteps\"", "camunda:in", "source"),
                attack("target=\"answer\"", "target=\"${x}\"", "camunda:out", "target"),
                attack("<timeDuration>P3D</timeDuration>", timer("timeDuration", ATTACK), "timeDuration", null),
                attack("<timeDuration>P3D</timeDuration>", timer("timeDuration", "${a.b}"), "timeDuration", null),
                attack("<timeDuration>P3D</timeDuration>", timer("timeDate", "${execution}"), "timeDate", null),
                attack("<timeDuration>P3D</timeDuration>", timer("timeCycle", "0 0 * * * ?"), "timeCycle", null),
                attack("<timeDuration>P3D</timeDuration>", "", "timerEventDefinition", null),
                attack(
                        "camunda:collection=\"people\"",
                        "camunda:collection=\"" + ATTACK + "\"",
                        "multi",
                        "camunda:collection"),
                attack("camunda:collection=\"people\"", "camunda:collection=\"${a.b}\"", "multi", "camunda:collection"),
                attack("camunda:collection=\"people\"", "", "multi", null),
                attack(
                        "camunda:elementVariable=\"person\"",
                        "camunda:elementVariable=\"${x}\"",
                        "multi",
                        "camunda:elementVariable"),
                attack("isSequential=\"false\"", "isSequential=\"${x}\"", "multi", "isSequential"),
                attack("${outcome == 'stop'}", ATTACK, "completionCondition", null),
                attack(
                        "<completionCondition",
                        "<loopCardinality>" + ATTACK + "</loopCardinality><completionCondition",
                        "loopCardinality",
                        null),
                attack(
                        "<message id=\"Message_1\" name=\"answered\"",
                        "<message id=\"Message_1\" name=\"" + ATTACK + "\"",
                        "message Message_1",
                        "name"),
                attack(
                        "<signal id=\"Signal_1\" name=\"told\"",
                        "<signal id=\"Signal_1\" name=\"${x}\"",
                        "signal Signal_1",
                        "name"),
                attack(
                        "messageRef=\"Message_1\"",
                        "messageRef=\"Message_1\" camunda:expression=\"" + ATTACK + "\"",
                        "messageEventDefinition",
                        "camunda:expression"),
                attack("messageRef=\"Message_1\"", "", "messageEventDefinition", "messageRef"),
                attack(
                        "signalRef=\"Signal_1\"",
                        "signalRef=\"Signal_1\" camunda:async=\"${x}\"",
                        "signalEventDefinition",
                        "camunda:async"),
                attack("cancelActivity=\"false\"", "cancelActivity=\"${x}\"", "Boundary_Late", "cancelActivity"),
                attack(
                        "camunda:decisionRef=\"TrialTable\"",
                        "camunda:decisionRef=\"" + ATTACK + "\"",
                        "Rule_Trial",
                        "camunda:decisionRef"),
                attack(
                        "camunda:decisionRef=\"TrialTable\"",
                        "camunda:expression=\"" + ATTACK + "\"",
                        "Rule_Trial",
                        "camunda:expression"),
                attack(
                        "camunda:decisionRef=\"TrialTable\"",
                        "camunda:decisionRef=\"TrialTable\" camunda:decisionRefTenantId=\"${x}\"",
                        "Rule_Trial",
                        "camunda:decisionRefTenantId"),
                attack(
                        "camunda:mapDecisionResult=\"singleEntry\"",
                        "camunda:mapDecisionResult=\"${x}\"",
                        "Rule_Trial",
                        "camunda:mapDecisionResult"),
                attack("R3/PT10M", "${retries}", "camunda:failedJobRetryTimeCycle", null),
                attack("camunda:formKey=\"trial/decide\"", "", "Task_Each", "camunda:formKey"),
                attack("camunda:candidateGroups=\"CODE_INVOICE\"", "", "Task_Each", "camunda:candidateGroups"),
                attack(
                        "name=\"dueInWorkingDays\" value=\"3\"",
                        "name=\"dueInWorkingDays\" value=\"soon\"",
                        "camunda:property",
                        "value"),
                attack("camunda:historyTimeToLive=\"P1D\"", "", "GateTrial", "camunda:historyTimeToLive"),
                attack(
                        "<startEvent id=\"Start_Gate\" />",
                        "<startEvent id=\"Start_Gate\"><timerEventDefinition><timeCycle>R/P1D</timeCycle></timerEventDefinition></startEvent>",
                        "timerEventDefinition",
                        null),
                attack(
                        "<startEvent id=\"Start_Gate\" />",
                        "words<startEvent id=\"Start_Gate\" />",
                        "process GateTrial",
                        null),
                // The engine takes elements by their local name, whatever their namespace.
                attack(
                        END,
                        "<bpmndi:scriptTask id=\"S\" scriptFormat=\"juel\"><bpmndi:script>" + ATTACK
                                + "</bpmndi:script></bpmndi:scriptTask>" + END,
                        "bpmndi:scriptTask S",
                        null),
                attack(
                        "<userTask id=\"Task_Each\"",
                        "<userTask id=\"T\" camunda:formKey=\"trial/decide\" camunda:candidateGroups=\"CODE_INVOICE\"><bpmndi:potentialOwner><bpmndi:resourceAssignmentExpression><bpmndi:formalExpression>"
                                + ATTACK
                                + "</bpmndi:formalExpression></bpmndi:resourceAssignmentExpression></bpmndi:potentialOwner></userTask><userTask id=\"Task_Each\"",
                        "bpmndi:potentialOwner",
                        null),
                attack(
                        "</process>",
                        "</process><bpmndi:BPMNDiagram><bpmndi:BPMNPlane><bpmndi:script>" + ATTACK
                                + "</bpmndi:script></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>",
                        "bpmndi:script",
                        null),
                attack(
                        "</process>",
                        "</process><bpmndi:BPMNDiagram name=\"" + ATTACK + "\" />",
                        "bpmndi:BPMNDiagram",
                        "name"));
    }

    private static final String END = "<endEvent id=\"End_Gate\" />";

    @ParameterizedTest
    @MethodSource("attacks")
    void refusesWhatMayNotBeSaidNamingElementAndAttribute(
            String harmless, String attack, String element, String attribute) throws IOException {
        String model = wide();
        assertThat(model).contains(harmless);
        assertThatThrownBy(() -> deploy(model.replace(harmless, attack)))
                .isInstanceOfSatisfying(DeploymentRefused.class, refused -> assertThat(refused.refusals())
                        .anySatisfy(refusal -> {
                            assertThat(refusal.element()).contains(element);
                            assertThat(refusal.attribute()).isEqualTo(attribute);
                        }));
        assertThat(PROOF).doesNotExist();
    }

    @Test
    void aLargerModelPassesAndItsCallsRunForTheSameCompanyAsTheCalledProcess() throws IOException {
        assertThat(gate.check("GateTrial.bpmn", wide().getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        TestCompany company = companies.create();
        String deployment = deploy(wide());
        String subject = UUID.randomUUID().toString();
        company.inTransaction(() -> runtime.createProcessInstanceByKey("GateTrial")
                .processDefinitionWithoutTenantId()
                .businessKey(subject)
                .setVariable("subjectId", subject)
                .execute());

        List<TaskView> open = company.as(
                () -> tasks.list(TaskSelection.open(TaskSelection.View.ALL, 50)).items());
        assertThat(open).extracting(TaskView::key).containsExactly("Task_Decide");
        assertThat(company.inTransaction(() -> runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(subject)
                        .list()))
                .hasSize(2)
                .allMatch(instance -> company.id().toString().equals(instance.getTenantId()));
        company.inTransaction(() -> {
            repository.deleteDeployment(deployment, true);
            return null;
        });
    }

    @Test
    void noWayOfDeployingGetsAroundTheGate() {
        String attack = "<definitions><process id=\"x\"><scriptTask id=\"s\" /></process></definitions>";
        DeploymentBuilderImpl direct =
                (DeploymentBuilderImpl) repository.createDeployment().addString("x.bpmn", attack);
        assertThatThrownBy(() -> settings.getCommandExecutorTxRequired().execute(new DeployCmd(direct)))
                .isInstanceOf(DeploymentRefused.class);
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addInputStream(
                                "x.bpmn20.xml",
                                new java.io.ByteArrayInputStream(attack.getBytes(StandardCharsets.UTF_8)))
                        .deploy())
                .isInstanceOf(DeploymentRefused.class);
        assertThat(settings.getDeployers().get(0))
                .as("before anything that reads")
                .isSameAs(gate);
    }

    @Test
    void whatWasPutIntoTheTablesPastTheGateDoesNotRun() throws IOException {
        String deployment = deploy(wide());
        String definition = repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .singleResult()
                .getId();
        TestCompany company = companies.create();
        String hidden = wide().replace("<timeDuration>P3D</timeDuration>", timer("timeDuration", ATTACK));
        assertThat(jdbc.sql("update camunda.act_ge_bytearray set bytes_ = ? where deployment_id_ = ?")
                        .params(hidden.getBytes(StandardCharsets.UTF_8), deployment)
                        .update())
                .isEqualTo(1);
        settings.getDeploymentCache().discardProcessDefinitionCache();
        assertThatThrownBy(() -> company.inTransaction(() -> runtime.createProcessInstanceById(definition)
                        .businessKey(UUID.randomUUID().toString())
                        .execute()))
                .isInstanceOf(DeploymentRefused.class);
        assertThat(PROOF).doesNotExist();
        repository.deleteDeployment(deployment, true);
    }

    /** Nothing but FEEL is the language where a table names none, and FEEL itself calls nothing from outside. */
    @Test
    void tablesSpeakFeelAloneAndFeelReachesNothingOutside() {
        DefaultDmnEngineConfiguration dmn = settings.getDmnEngineConfiguration();
        assertThat(List.of(
                        dmn.getDefaultInputExpressionExpressionLanguage(),
                        dmn.getDefaultInputEntryExpressionLanguage(),
                        dmn.getDefaultOutputEntryExpressionLanguage(),
                        dmn.getDefaultLiteralExpressionLanguage()))
                .allMatch(language -> language.toLowerCase().contains("feel"));
        assertThat(dmn.getFeelEngine()
                        .<Object>evaluateSimpleExpression(
                                "1 + 1", Variables.createVariables().asVariableContext()))
                .isEqualTo(2L);
        Object answer = null;
        try {
            answer = dmn.getFeelEngine()
                    .evaluateSimpleExpression(
                            "{f: function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(double)\"}}, y: f(-1)}.y",
                            Variables.createVariables().asVariableContext());
        } catch (RuntimeException refused) {
            assertThat(refused).hasMessageContaining("external");
        }
        assertThat(answer).isNull();
    }

    private String deploy(String model) {
        return repository
                .createDeployment()
                .addString("GateTrial.bpmn", model)
                .deploy()
                .getId();
    }

    private static String timer(String kind, String value) {
        return "<" + kind + ">" + value + "</" + kind + ">";
    }

    private static Arguments attack(String harmless, String attack, String element, String attribute) {
        return Arguments.of(harmless, attack, element, attribute);
    }

    private static String wide() throws IOException {
        try (InputStream in = WiderModelsModuleTest.class.getResourceAsStream("/models/GateTrial.bpmn")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
