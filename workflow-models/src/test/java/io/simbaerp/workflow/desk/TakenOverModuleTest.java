package io.simbaerp.workflow.desk;

import static io.simbaerp.workflow.desk.DeskCompany.CODER;
import static io.simbaerp.workflow.desk.DeskCompany.READER;
import static io.simbaerp.workflow.desk.DeskCompany.items;
import static io.simbaerp.workflow.desk.DeskCompany.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.substitution.ArrangeSubstitution;
import io.simbaerp.identity.substitution.SubstitutionDraft;
import io.simbaerp.identity.substitution.SubstitutionMode;
import io.simbaerp.identity.superior.SetSuperior;
import io.simbaerp.identity.superior.SuperiorDraft;
import io.simbaerp.task.TaskSelection;
import io.simbaerp.task.Tasks;
import io.simbaerp.task.delegation.ReassignTask;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.testing.TestReader;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasks a colleague holds: whoever looks after them takes them over, a superior reassigns them, each without lent rights. */
@ModuleTest
class TakenOverModuleTest {

    @Autowired
    DeskCompany desk;

    @Autowired
    ArrangeSubstitution arrange;

    @Autowired
    SetSuperior setSuperior;

    @Autowired
    ReassignTask reassignTask;

    @Autowired
    Tasks tasks;

    @Autowired
    Clock clock;

    @Autowired
    TestDatabase database;

    private TestCompany company;
    private UUID anna;
    private UUID jan;
    private UUID ewa;
    private UUID document;
    private UUID task;

    @BeforeEach
    void annaHoldsATask() {
        company = desk.create();
        anna = desk.person(company, "accountant", "Anna");
        jan = desk.person(company, "accountant", "Jan");
        ewa = desk.person(company, "manager", "Ewa");
        document = desk.document(company);
        task = desk.task(company, document);
        ok(coder(anna), post("/api/v1/tasks/" + task + "/claim"));
    }

    @Test
    void whoLooksAfterTasksFindsThemInTheirOwnListAndTakesOverWhatTheyMayDecide() {
        assertThat(items(coder(jan), "view=mine")).isEmpty();
        lookAfter(anna, jan, null, null);
        assertThat(items(coder(jan), "view=mine")).containsExactly(task.toString());
        assertThat(items(coder(jan), "view=mine&party=nobody")).isEmpty();
        assertThat(items(coder(jan), "view=mine&sort=-due")).containsExactly(task.toString());
        assertThat(company.asPerson(jan, CODER, () -> tasks.counts().get(TaskSelection.View.MINE)))
                .isEqualTo(1);
        assertThat(coder(jan).page(get("/tasks"), "en")).contains("for Anna", "T-1");
        assertThat(coder(jan).page(get("/tasks"), "pl")).contains("za: Anna");
        assertThat(coder(jan).page(get("/tasks/" + task), "en"))
                .contains("for Anna", "Take over", "/tasks/" + task + "/take-over")
                .doesNotContain("name=\"outcome\"");

        assertThat(coder(jan).ask(post("/tasks/" + task + "/take-over")).getRedirectedUrl())
                .isEqualTo("/tasks/" + task);
        assertThat(items(coder(anna), "view=mine")).isEmpty();
        assertThat(items(coder(anna), "view=delegated")).containsExactly(task.toString());
        assertThat(coder(jan).page(get("/tasks/" + task), "en"))
                .contains("Jan for Anna", "took it over", "name=\"outcome\"");
        assertThat(coder(jan).page(get("/documents/" + document), "en")).contains("handed to a colleague");
        ok(
                coder(jan),
                post("/api/v1/tasks/" + task + "/complete")
                        .contentType("application/json")
                        .content("{\"outcome\":\"stop\"}"));
    }

    @Test
    void lookingAfterTasksLendsNoRight() {
        lookAfter(anna, ewa, null, null);
        TestReader ewa = desk.reader(company, this.ewa, READER);
        assertThat(items(ewa, "view=mine")).containsExactly(task.toString());
        String one = ok(ewa, get("/api/v1/tasks/" + task));
        assertThat(JsonPath.<List<String>>read(one, "$.outcomes")).isEmpty();
        assertThat(ewa.page(get("/tasks/" + task), "en")).doesNotContain("the trial form", "name=\"outcome\"");
        assertThat(refusal(this.ewa, READER, this.ewa)).isEqualTo("delegation.may-not-decide");
        assertThat(refusal(this.ewa, READER, jan)).as("to themself alone").isEqualTo("reassignment.not-yours");
        for (String act : List.of("claim", "complete")) {
            assertThat(ewa.ask(post("/tasks/" + task + "/" + act).param("outcome", "go"))
                            .getStatus())
                    .as(act)
                    .isEqualTo(404);
        }
        UUID free = desk.task(company, desk.document(company));
        assertThat(items(ewa, "view=mine"))
                .as("what anybody of Anna's group may take")
                .doesNotContain(free.toString());
    }

    @Test
    void theLimitsOfASubstitutionHoldForTasksToo() {
        lookAfter(anna, jan, "100,00", List.of("payment-run"));
        company.inTransaction(() -> desk.jdbc
                .sql("update task.task set extent = '10001||payment-run' where id = ?")
                .param(task)
                .update());
        assertThat(items(coder(jan), "view=mine")).isEmpty();
        assertThat(refusal(jan, CODER, jan)).isEqualTo("reassignment.not-yours");
        company.inTransaction(() -> desk.jdbc
                .sql("update task.task set extent = '10000||payment-run' where id = ?")
                .param(task)
                .update());
        assertThat(items(coder(jan), "view=mine")).containsExactly(task.toString());
        company.inTransaction(() -> desk.jdbc
                .sql("update task.task set extent = '10000||journal-entry' where id = ?")
                .param(task)
                .update());
        assertThat(items(coder(jan), "view=mine")).isEmpty();
    }

    @Test
    void whatIsDirectedByNameIsShownAndStaysWhoseItIs() {
        company.inTransaction(() -> desk.jdbc
                .sql("update task.task set candidate_duties = '{}' where id = ?")
                .param(task)
                .update());
        lookAfter(anna, jan, null, null);
        assertThat(items(coder(jan), "view=mine")).containsExactly(task.toString());
        assertThat(coder(jan).page(get("/tasks/" + task), "en"))
                .contains("by name")
                .doesNotContain("/take-over");
        assertThat(refusal(jan, CODER, jan)).isEqualTo("reassignment.directed");
    }

    @Test
    void aSuperiorReassignsTheTasksOfTheirPeopleToWhomMayDecideThem() {
        assertThat(coder(jan)
                        .ask(post("/tasks/" + task + "/reassign").param("person", jan.toString()))
                        .getRedirectedUrl())
                .isEqualTo("/tasks/" + task);
        assertThat(refusal(jan, CODER, jan)).isEqualTo("reassignment.not-yours");
        company.run(() -> setSuperior.set(anna, new SuperiorDraft(ewa, null)));
        TestReader superior = desk.reader(company, ewa, READER);
        assertThat(superior.page(get("/tasks/" + task), "en"))
                .contains("Anna, who reports to you, holds this task", "Jan")
                .doesNotContain("name=\"outcome\"");
        assertThat(refusal(ewa, READER, anna)).isEqualTo("reassignment.has-it");
        assertThat(refusal(ewa, READER, ewa)).isEqualTo("delegation.may-not-decide");
        assertThat(refusal(ewa, READER, null)).isEqualTo("delegation.person-missing");

        assertThat(superior.ask(post("/tasks/" + task + "/reassign")
                                .param("person", jan.toString())
                                .param("note", "Anna is ill"))
                        .getRedirectedUrl())
                .isEqualTo("/tasks?view=people");
        assertThat(items(coder(jan), "view=mine")).containsExactly(task.toString());
        assertThat(items(coder(anna), "view=mine")).isEmpty();
        assertThat(coder(jan).page(get("/tasks/" + task), "en")).contains("Ewa for Anna", "Anna is ill");
        assertThat(superior.ask(get("/tasks/" + task)).getStatus())
                .as("Jan doesn't report to her")
                .isEqualTo(404);
    }

    @Test
    void programsReassignByTheSameRulesAndNobodyOverTheWall() throws SQLException {
        company.run(() -> setSuperior.set(anna, new SuperiorDraft(ewa, null)));
        String asked = "{\"person\":\"" + jan + "\",\"note\":\"ill\"}";
        TestCompany other = desk.create();
        TestReader outside = desk.reader(other, ewa, CODER);
        assertThat(outside.ask(post("/api/v1/tasks/" + task + "/reassignments")
                                .contentType("application/json")
                                .content(asked))
                        .getStatus())
                .isEqualTo(404);
        assertThat(desk.reader(company, ewa, READER)
                        .ask(post("/api/v1/tasks/" + task + "/reassignments")
                                .contentType("application/json")
                                .content(asked))
                        .getStatus())
                .isEqualTo(201);
        String row = "insert into task.delegation (company_id, id, task_id, delegated_by, delegated_for, delegated_to,"
                + " delegated_at) values ('" + company.id() + "', gen_random_uuid(), '" + task + "', '" + jan
                + "', %s, '" + jan + "', now())";
        Attack attack = new Attack(database, company.id());
        assertThat(attack.refusal("simba_app", row.formatted("null"))).isEqualTo("delegation_is_to_somebody_else");
        assertThat(attack.refusal("simba_app", row.formatted("'" + jan + "'")))
                .isIn("delegation_is_to_somebody_else", "delegation_is_for_somebody_else");
    }

    @Test
    void whatCanBeDoneToEveryChosenTaskIsOfferedAndSeveralAreReassignedAtOnce() {
        UUID free = desk.task(company, desk.document(company));
        assertThat(offered(coder(jan), free)).isEqualTo("[\"claim\",\"reassign\"]");
        assertThat(offered(coder(jan), free, task)).as("Anna has one of them").isEqualTo("[]");
        assertThat(offered(coder(anna), free, task)).isEqualTo("[\"reassign\"]");
        assertThat(offered(coder(anna), UUID.randomUUID())).isEqualTo("[]");
        assertThat(coder(jan)
                        .ask(post("/lists/tasks/bulk/reassign/run").param("ids", free.toString()))
                        .getStatus())
                .as("to nobody")
                .isEqualTo(422);

        company.run(() -> setSuperior.set(anna, new SuperiorDraft(ewa, null)));
        UUID second = desk.task(company, desk.document(company));
        ok(coder(anna), post("/api/v1/tasks/" + second + "/claim"));
        company.inTransaction(() -> desk.jdbc
                .sql("update task.task set candidate_duties = '{}' where id = ?")
                .param(second)
                .update());
        TestReader superior = desk.reader(company, ewa, READER);
        assertThat(ok(superior, post("/lists/tasks/bulk/reassign").param("ids", task.toString(), second.toString())))
                .contains("1 of 2 can be done", "will be reassigned", "by name", "To whom", ">Jan<")
                .doesNotContain(">Ewa<");
        assertThat(ok(
                        superior,
                        post("/lists/tasks/bulk/reassign/run")
                                .param("ids", task.toString(), second.toString())
                                .param("choice", jan.toString())))
                .contains("1 of 2 done.", "by name");
        assertThat(items(coder(jan), "view=mine")).containsExactlyInAnyOrder(task.toString(), free.toString());
        assertThat(ok(
                        coder(jan),
                        post("/lists/tasks/bulk/reassign/run")
                                .param("ids", task.toString(), free.toString())
                                .param("choice", ewa.toString())))
                .as("who may not decide them")
                .contains("0 of 2 done.");
    }

    private static String offered(TestReader reader, UUID... ids) {
        return ok(
                reader,
                post("/lists/tasks/bulk/offered")
                        .param(
                                "ids",
                                java.util.Arrays.stream(ids).map(UUID::toString).toArray(String[]::new)));
    }

    private void lookAfter(UUID person, UUID substitute, @Nullable String upTo, @Nullable List<String> types) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        company.asPerson(
                person,
                CODER,
                () -> arrange.arrange(
                        new SubstitutionDraft(substitute, today, today, upTo, "Away", SubstitutionMode.TASKS, types)));
    }

    private @Nullable String refusal(UUID by, Set<Duty> duties, @Nullable UUID to) {
        try {
            company.asPerson(by, duties, () -> reassignTask.reassign(task, to, null));
            return null;
        } catch (RuleViolation refused) {
            return refused.rule();
        }
    }

    private TestReader coder(UUID person) {
        return desk.reader(company, person, CODER);
    }
}
