package io.simbaerp.workflow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.fresh.FreshSignIn;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.workflow.engine.Processes;
import io.simbaerp.workflow.engine.gate.DeploymentRefused;
import io.simbaerp.workflow.model.ModelVersions.State;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A company's own model: proposed by one, approved by another who signed in afresh, for that company and from its day. */
@ModuleTest
class ModelVersionsModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    OwnModels own;

    @Autowired
    RejectModel reject;

    @Autowired
    WithdrawModel withdraw;

    @Autowired
    Processes processes;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private TestCompany company;
    private UUID author;
    private UUID approver;

    @BeforeEach
    void people() {
        company = companies.create();
        author = own.person(company);
        approver = own.person(company);
    }

    @AfterEach
    void today() {
        clock.set(TestClock.START);
    }

    @Test
    void aVersionIsDeployedByASecondPersonAndProcessesBeginByIt() throws IOException {
        UUID version = propose(trial("Begin"), null);
        assertThat(begun()).isNull();

        deploy(version);

        ModelVersions.Version deployed = company.as(() -> own.versions.byId(version));
        assertThat(deployed.state()).isEqualTo(State.DEPLOYED);
        assertThat(deployed.inForce()).isTrue();
        assertThat(deployed.author()).isEqualTo("Somebody");
        assertThat(begun()).isEqualTo(company.id().toString());
        TestCompany other = companies.create();
        company = other;
        assertThat(begun())
                .as("another company goes on by what comes with the system")
                .isNull();
        assertThat(other.as(() -> own.versions.all()))
                .filteredOn(model -> model.key().equals("EngineTrial"))
                .singleElement()
                .matches(model -> model.versions().isEmpty());
        assertThatThrownBy(() -> other.as(() -> own.versions.byId(version))).isInstanceOf(NotFound.class);
    }

    @Test
    void aVersionIsInForceFromItsDayOnAndTheNewestWins() throws IOException {
        deploy(propose(trial("Begin"), null));
        UUID later = propose(trial("Begin later"), LocalDate.of(2026, 12, 1));
        deploy(later);
        assertThat(inForce()).isEqualTo(1);
        clock.set(TestClock.START.plus(Duration.ofDays(11)));
        assertThat(inForce()).isEqualTo(2);
        refused("model.effective-in-the-past", () -> propose(trial("x"), LocalDate.of(2026, 11, 30)));
    }

    @Test
    void nobodyDeploysWithoutASecondPersonAndAFreshSignIn() throws IOException {
        UUID version = propose(trial("Begin"), null);
        String hash = company.as(() -> own.versions.byId(version).contentHash());
        refused("sign-in.not-fresh", () -> as(approver, () -> own.deploy.deploy(version, hash)));
        as(author, () -> own.proveAgain.prove(OwnModels.PASSWORD).require());
        refused("model.own-proposal", () -> as(author, () -> own.deploy.deploy(version, hash)));
        refused(
                "sign-in.password-wrong",
                () -> as(approver, () -> own.proveAgain.prove("wrong").require()));
        as(approver, () -> own.proveAgain.prove(OwnModels.PASSWORD).require());
        clock.advance(FreshSignIn.FRESH.plusSeconds(1));
        refused("sign-in.not-fresh", () -> as(approver, () -> own.deploy.deploy(version, hash)));
        as(approver, () -> own.proveAgain.prove(OwnModels.PASSWORD).require());
        refused("model.content-changed", () -> as(approver, () -> own.deploy.deploy(version, "another")));
        assertThatThrownBy(() -> company.asPerson(approver, EnumSet.of(Duty.PROPOSE_MODEL, Duty.VIEW_MODEL), () -> {
                    own.deploy.deploy(version, hash);
                    return true;
                }))
                .isInstanceOf(MissingDuty.class);
        refused("sign-in.not-fresh", () -> company.run(() -> own.deploy.deploy(version, hash)));
        as(approver, () -> own.deploy.deploy(version, hash));
        refused("model.decided-already", () -> as(approver, () -> own.deploy.deploy(version, hash)));
    }

    @Test
    void wrongPasswordsSlowDown() {
        for (int i = 0; i < 20; i++) {
            as(approver, () -> own.proveAgain.prove("wrong"));
        }
        refused(
                "sign-in.wait",
                () -> as(
                        approver, () -> own.proveAgain.prove(OwnModels.PASSWORD).require()));
    }

    @Test
    void aVersionIsRejectedWithAReasonOrTakenBack() throws IOException {
        UUID first = propose(trial("Begin"), null);
        refused("model.reason-missing", () -> as(approver, () -> reject.reject(first, " ")));
        refused("model.own-proposal", () -> as(author, () -> reject.reject(first, "No")));
        as(approver, () -> reject.reject(first, "Not now"));
        assertThat(company.as(() -> own.versions.byId(first)).note()).isEqualTo("Not now");
        UUID second = propose(trial("Begin"), null);
        refused("model.not-own-proposal", () -> as(approver, () -> withdraw.withdraw(second)));
        as(author, () -> withdraw.withdraw(second));
        refused("model.decided-already", () -> as(approver, () -> reject.reject(second, "No")));
        assertThat(begun()).isNull();
    }

    @Test
    void whatTheGateRefusesIsNotEvenProposed() throws IOException {
        String attack =
                trial("Begin").replace("camunda:expression=\"${trialSteps.begin(subjectId)}\"", "camunda:class=\"x\"");
        assertThatThrownBy(() -> propose(attack, null))
                .isInstanceOfSatisfying(DeploymentRefused.class, refused -> assertThat(refused.refusals())
                        .anyMatch(refusal -> "camunda:class".equals(refusal.attribute())));
        for (String wrong : Set.of(
                trial("Begin").replace("id=\"EngineTrial\"", "id=\"Unheard\"").replace("trialSteps", "unheard"),
                trial("x").replace("targetRef=\"End_Stopped\"", "targetRef=\"End_Unheard\""),
                "no model",
                "")) {
            assertThatThrownBy(() -> propose(wrong, null)).isInstanceOf(RuleViolation.class);
        }
        refused(
                "model.reason-missing",
                () -> as(
                        author,
                        () -> own.propose.propose(new ModelDraft("x".getBytes(StandardCharsets.UTF_8), " ", null))));
    }

    @Test
    void theDatabaseKeepsProposalsAndDecisionsAsTheyAre() throws IOException {
        UUID version = propose(trial("Begin"), null);
        for (String attack : Set.of(
                "update workflow.model_version set reason = 'x'",
                "delete from workflow.model_version",
                "insert into workflow.model_decision select company_id, id, 'DEPLOYED', proposed_by, content_hash, '',"
                        + " proposed_by, now(), 'x' from workflow.model_version",
                "insert into workflow.model_decision select company_id, id, 'DEPLOYED', gen_random_uuid(), content_hash, '',"
                        + " gen_random_uuid(), now(), 'x' from workflow.model_version",
                "insert into workflow.model_decision select company_id, id, 'DEPLOYED', proposed_by, 'x', '',"
                        + " gen_random_uuid(), now(), 'x' from workflow.model_version")) {
            assertThatThrownBy(
                            () -> company.inTransaction(() -> jdbc.sql(attack).update()))
                    .as(attack)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(company.as(() -> own.versions.byId(version)).state()).isEqualTo(State.PROPOSED);
    }

    private UUID propose(String model, @Nullable LocalDate from) {
        return company.asPerson(
                author,
                () -> own.propose.propose(new ModelDraft(model.getBytes(StandardCharsets.UTF_8), "A test", from)));
    }

    private void deploy(UUID version) {
        as(approver, () -> {
            own.proveAgain.prove(OwnModels.PASSWORD).require();
            own.deploy.deploy(version, own.versions.byId(version).contentHash());
        });
    }

    private void as(UUID person, Runnable work) {
        company.asPerson(person, () -> {
            work.run();
            return true;
        });
    }

    private static void refused(String rule, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                .isEqualTo(rule));
    }

    private int inForce() {
        return company.as(() -> own.versions.all().stream()
                .filter(model -> model.key().equals("EngineTrial"))
                .map(ModelVersions.Model::inForce)
                .mapToInt(version -> version == null ? 0 : version.number())
                .sum());
    }

    /** Whose model a process begins by now; nobody's if it is the one that comes with the system. */
    private @Nullable String begun() {
        UUID subject = UUID.randomUUID();
        company.inTransaction(() -> {
            processes.begin(
                    "EngineTrial", subject, Map.of("subjectId", subject.toString(), "documentId", subject.toString()));
            return true;
        });
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(subject.toString())
                .singleResult();
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionId(instance.getProcessDefinitionId())
                .singleResult()
                .getTenantId();
    }

    private static String trial(String name) throws IOException {
        try (InputStream in =
                ModelVersionsModuleTest.class.getResourceAsStream("/processes/EngineTrial/EngineTrial.bpmn")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("name=\"Begin\"", "name=\"" + name + "\"");
        }
    }
}
