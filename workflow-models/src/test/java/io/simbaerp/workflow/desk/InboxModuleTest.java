package io.simbaerp.workflow.desk;

import static io.simbaerp.workflow.desk.DeskCompany.CODER;
import static io.simbaerp.workflow.desk.DeskCompany.READER;
import static io.simbaerp.workflow.desk.DeskCompany.items;
import static io.simbaerp.workflow.desk.DeskCompany.ok;
import static io.simbaerp.workflow.desk.DeskCompany.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.DutyLimit;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.classification.ClassifyDocument;
import io.simbaerp.document.classification.DefineDocumentClass;
import io.simbaerp.document.classification.DocumentClassDraft;
import io.simbaerp.identity.superior.SetSuperior;
import io.simbaerp.identity.superior.SuperiorDraft;
import io.simbaerp.task.Tasks;
import io.simbaerp.task.delegation.DelegateTask;
import io.simbaerp.task.waiting.WaitingOnOthers;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.CountedStatements;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.testing.TestReader;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One inbox across processes: what is mine, my groups', my people's, delegated by me and watched. */
@ModuleTest
class InboxModuleTest {

    @Autowired
    DeskCompany desk;

    @Autowired
    SetSuperior setSuperior;

    @Autowired
    DelegateTask delegateTask;

    @Autowired
    Tasks tasks;

    @Autowired
    WaitingOnOthers waiting;

    @Autowired
    DefineDocumentClass defineClass;

    @Autowired
    ClassifyDocument classify;

    @Autowired
    TestDatabase database;

    private TestCompany company;
    private UUID anna;
    private UUID jan;
    private UUID ewa;
    private UUID document;
    private UUID task;

    @BeforeEach
    void makeCompany() {
        company = desk.create();
        anna = desk.person(company, "accountant", "Anna");
        jan = desk.person(company, "accountant", "Jan");
        ewa = desk.person(company, "manager", "Ewa");
        document = desk.document(company);
        task = desk.task(company, document);
    }

    @Test
    void aTaskSaysTheDutyByWhichItIsOnesOwnAndThatReachesSoFar() {
        company.inTransaction(() -> desk.jdbc
                .sql("update task.task set candidate_duties = '{CODE_INVOICE,APPROVE_INVOICE}', extent = '9900000||'"
                        + " where id = ?")
                .param(task)
                .update());
        Set<Duty> duties = EnumSet.of(Duty.WORK_ON_TASK, Duty.CODE_INVOICE, Duty.APPROVE_INVOICE);
        Acting unlimited = new Acting(Actor.person(anna), company.id(), duties);
        Acting limited = new Acting(
                Actor.person(anna),
                company.id(),
                duties,
                Map.of(Duty.CODE_INVOICE, List.of(new DutyLimit(50_000L, Set.of(), Set.of()))),
                null);
        assertThat(company.currentActor().as(unlimited, () -> tasks.byId(task).why()))
                .isEqualTo(Duty.CODE_INVOICE);
        assertThat(company.currentActor().as(limited, () -> tasks.byId(task).why()))
                .isEqualTo(Duty.APPROVE_INVOICE);
    }

    @Test
    void aSuperiorLooksAtWhatTheirPeopleHaveTakenAndDecidesNothingOfIt() {
        TestReader superior = desk.reader(company, ewa, READER);
        ok(coder(anna), post("/api/v1/tasks/" + task + "/claim"));
        assertThat(items(superior, "view=people")).isEmpty();
        assertThat(superior.ask(get("/tasks/" + task)).getStatus()).isEqualTo(404);

        company.run(() -> setSuperior.set(anna, new SuperiorDraft(jan, null)));
        company.run(() -> setSuperior.set(jan, new SuperiorDraft(ewa, null)));
        assertThat(items(superior, "view=people")).containsExactly(task.toString());
        assertThat(items(coder(jan), "view=people")).containsExactly(task.toString());
        assertThat(items(coder(anna), "view=people")).isEmpty();
        assertThat(items(superior, "view=all")).isEmpty();
        String one = ok(superior, get("/api/v1/tasks/" + task));
        assertThat(JsonPath.<List<String>>read(one, "$.outcomes")).isEmpty();
        assertThat(superior.page(get("/tasks/" + task), "en"))
                .contains("reports to you", "T-1")
                .doesNotContain("name=\"outcome\"", "the trial form", "value=\"hash-1\"", "/delegate\"");
        assertThat(superior.page(get("/tasks/" + task), "pl")).contains("która Ci podlega");
        assertThat(superior.page(get("/tasks?view=people"), "en")).contains("My people", "T-1", "Anna");
        for (String act : List.of("claim", "release", "complete")) {
            assertThat(superior.ask(post("/tasks/" + task + "/" + act).param("outcome", "go"))
                            .getStatus())
                    .as(act)
                    .isEqualTo(404);
        }
        assertThat(text(superior.ask(post("/lists/tasks/bulk/claim").param("ids", task.toString()))))
                .contains("0 of 1 can be done", "deciding it is others");

        List<WaitingOnOthers.Row> rows = company.asPerson(ewa, READER, () -> waiting.withMyPeople(10));
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.person()).isEqualTo(anna);
            assertThat(row.items()).isEqualTo(1);
            assertThat(row.task()).isEqualTo(task);
        });
        assertThat(company.asPerson(anna, CODER, () -> waiting.withMyPeople(10)))
                .isEmpty();
    }

    @Test
    void whatOneHandedOnStaysInSightUntilItIsDecided() {
        company.asPerson(anna, CODER, () -> delegateTask.delegate(task, jan, "You know them"));
        assertThat(items(coder(anna), "view=delegated")).containsExactly(task.toString());
        assertThat(items(coder(anna), "view=mine")).isEmpty();
        assertThat(items(coder(jan), "view=delegated")).isEmpty();
        assertThat(beside(anna)).isEqualTo(new Tasks.Beside(0, 1, 0));
        ok(
                coder(jan),
                post("/api/v1/tasks/" + task + "/complete")
                        .contentType("application/json")
                        .content("{\"outcome\":\"stop\"}"));
        assertThat(items(coder(anna), "view=delegated")).isEmpty();
        assertThat(items(coder(anna), "view=delegated&state=done")).containsExactly(task.toString());
    }

    @Test
    void tasksAndDocumentsAreWatchedAndNoLongerWatched() {
        TestReader anna = coder(this.anna);
        assertThat(ok(anna, post("/api/v1/tasks/" + task + "/watch"))).contains("true");
        assertThat(ok(anna, post("/api/v1/tasks/" + task + "/watch"))).contains("true");
        assertThat(items(anna, "view=watched")).containsExactly(task.toString());
        assertThat(anna.page(get("/tasks/" + task), "en")).contains("/tasks/" + task + "/unwatch", "Stop watching");
        assertThat(anna.ask(post("/tasks/" + task + "/unwatch")).getRedirectedUrl())
                .isEqualTo("/tasks/" + task);
        assertThat(items(anna, "view=watched")).isEmpty();
        assertThat(anna.ask(post("/api/v1/tasks/" + task + "/unwatch")).getStatus())
                .isEqualTo(404);

        TestReader reader = desk.reader(company, ewa, READER);
        assertThat(reader.ask(post("/api/v1/tasks/" + task + "/watch")).getStatus())
                .as("not hers to see")
                .isEqualTo(404);
        assertThat(reader.page(get("/documents/" + document), "en")).contains("/documents/" + document + "/watch");
        assertThat(reader.ask(post("/documents/" + document + "/watch")).getRedirectedUrl())
                .isEqualTo("/documents/" + document);
        assertThat(reader.page(get("/documents/" + document), "pl"))
                .contains("/documents/" + document + "/unwatch", "Nie obserwuj");
        assertThat(items(reader, "view=watched")).containsExactly(task.toString());
        assertThat(beside(ewa)).isEqualTo(new Tasks.Beside(0, 0, 1));
        assertThat(reader.page(get("/tasks?view=watched"), "en"))
                .contains("T-1")
                .doesNotContain("/tasks/" + task + "/claim");
        assertThat(reader.page(get("/tasks/" + task), "en"))
                .contains("you watch its document")
                .doesNotContain("name=\"outcome\"", task + "/claim", "the trial form");
        assertThat(items(desk.reader(company, ewa, EnumSet.of(Duty.WORK_ON_TASK)), "view=watched"))
                .as("who may no longer read documents")
                .isEmpty();
        ok(reader, post("/api/v1/documents/" + document + "/unwatch"));
        assertThat(items(reader, "view=watched")).isEmpty();
    }

    @Test
    void watchingGoesNeitherOverTheWallOfTheCompanyNorOverConfidentiality() throws SQLException {
        TestCompany other = desk.create();
        UUID stranger = desk.person(other, "accountant", "Stranger");
        TestReader outside = desk.reader(other, stranger, EnumSet.allOf(Duty.class));
        assertThat(outside.ask(post("/api/v1/tasks/" + task + "/watch")).getStatus())
                .isEqualTo(404);
        assertThat(outside.ask(post("/api/v1/documents/" + document + "/watch")).getStatus())
                .isEqualTo(404);

        TestReader reader = desk.reader(company, ewa, READER);
        ok(reader, post("/api/v1/documents/" + document + "/watch"));
        company.run(() -> {
            defineClass.define(
                    new DocumentClassDraft("payroll", "Payroll", "Płace", Set.of(Duty.SEE_PAYROLL_DOCUMENT)));
            classify.classify(new DocumentId(document), "payroll", "A payslip");
        });
        assertThat(items(reader, "view=watched")).isEmpty();
        assertThat(beside(ewa)).isEqualTo(new Tasks.Beside(0, 0, 0));
        assertThat(reader.ask(get("/tasks/" + task)).getStatus()).isEqualTo(404);

        Attack attack = new Attack(database, company.id());
        String watch = "insert into task.watch (company_id, id, person, task_id, document_id, since)"
                + " values ('%s', gen_random_uuid(), '" + ewa + "', %s, %s, now())";
        assertThat(attack.refusal("simba_app", watch.formatted(company.id(), "null", "null")))
                .isEqualTo("watch_is_of_one_thing");
        assertThat(attack.refusal("simba_app", watch.formatted(company.id(), "'" + task + "'", "'" + document + "'")))
                .isEqualTo("watch_is_of_one_thing");
        assertThat(attack.refusal("simba_app", watch.formatted(other.id(), "null", "gen_random_uuid()")))
                .isEqualTo("42501");
        assertThat(new Attack(database, other.id())
                        .refusal("simba_app", watch.formatted(other.id(), "'" + task + "'", "null")))
                .as("a task of another company")
                .isEqualTo("watch_company_id_task_id_fkey");
        assertThat(attack.refusal("simba_app", "update task.watch set since = now()"))
                .isEqualTo(Attack.PERMISSION);
    }

    @Test
    void theDeskAsksAsManyQuestionsHoweverMuchThereIs() {
        company.run(() -> setSuperior.set(jan, new SuperiorDraft(anna, null)));
        fill(1);
        int few = statements();
        fill(6);
        assertThat(statements()).isEqualTo(few);
        assertThat(beside(anna)).isEqualTo(new Tasks.Beside(7, 7, 7));
    }

    /** So many tasks that Anna handed to Jan, who reports to her, and watches. */
    private void fill(int more) {
        for (int at = 0; at < more; at++) {
            UUID another = desk.task(company, desk.document(company));
            ok(coder(anna), post("/api/v1/tasks/" + another + "/watch"));
            company.asPerson(anna, CODER, () -> delegateTask.delegate(another, jan, null));
        }
    }

    private int statements() {
        TestReader reader = coder(anna);
        return CountedStatements.of(() -> {
            for (String view : List.of("mine", "group", "people", "delegated", "watched", "all")) {
                reader.page(get("/tasks?view=" + view), "en");
            }
        });
    }

    private Tasks.Beside beside(UUID person) {
        return company.asPerson(person, person.equals(ewa) ? READER : CODER, tasks::countsBeside);
    }

    private TestReader coder(UUID person) {
        return desk.reader(company, person, CODER);
    }
}
