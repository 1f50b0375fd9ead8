package io.simbaerp.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.logging.LoggedDocument;
import io.simbaerp.task.CompleteTask;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskSelection;
import io.simbaerp.task.TaskState;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class EngineModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    DueJobs dueJobs;

    @Autowired
    Tasks tasks;

    @Autowired
    CompleteTask completeTask;

    @Autowired
    TrialSteps steps;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestDatabase database;

    private final UUID person = UUID.randomUUID();

    @Test
    void anInstanceBelongsToTheCompanyActedFor() {
        TestCompany company = companies.create();
        ProcessInstance instance = start(company, UUID.randomUUID());
        assertThat(instance.getTenantId()).isEqualTo(company.id().toString());
    }

    @Test
    void nobodyStartsAnInstanceWithoutACompany() {
        assertThatThrownBy(() -> runtime.createProcessInstanceByKey("EngineTrial")
                        .processDefinitionWithoutTenantId()
                        .businessKey(UUID.randomUUID().toString())
                        .execute())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aUserTaskStandsOnTheDeskOfThoseWhoMayDoIt() {
        TestCompany company = companies.create();
        UUID document = UUID.randomUUID();
        start(company, document);

        TaskView task = onlyTask(company, document);
        assertThat(task.key()).isEqualTo("Task_Decide");
        assertThat(task.candidateDuties()).containsExactly(Duty.CODE_INVOICE);
        assertThat(task.outcomes()).containsExactly("go", "stop");
        assertThat(task.why()).isEqualTo(Duty.CODE_INVOICE);
        assertThat(task.facts().amount()).hasToString("12345.67 PLN");
        assertThat(tasksOf(company, UUID.randomUUID(), Set.of(Duty.WORK_ON_TASK, Duty.APPROVE_INVOICE), document))
                .isEmpty();
        assertThat(tasksOf(companies.create(), person, Set.of(Duty.WORK_ON_TASK, Duty.CODE_INVOICE), document))
                .isEmpty();
    }

    @Test
    void whatFollowsATaskRunsAsTheProcessForItsCompany() {
        TestCompany company = companies.create();
        UUID document = UUID.randomUUID();
        ProcessInstance instance = start(company, document);
        decide(company, document, "go");

        assertThat(dueJobs.run()).isPositive();

        assertThat(ended(instance)).isTrue();
        assertThat(steps.actors)
                .filteredOn(actor -> actor.contains(company.id().toString()))
                .hasSize(2)
                .allMatch(actor -> actor.contains("actor=process:EngineTrial"))
                .allMatch(actor -> actor.contains("VIEW_LEDGER") && !actor.contains("POST_INVOICE"));
        assertThat(numbers(company)).isEqualTo(1);
        assertThat(steps.logged)
                .as("the document stands in the lines a job logs")
                .contains(document.toString());
        assertThat(MDC.get(LoggedDocument.FIELD)).isNull();
    }

    @Test
    void aDecidedTaskIsDoneAndStaysInTheListOfWhatWasDone() {
        TestCompany company = companies.create();
        UUID document = UUID.randomUUID();
        start(company, document);
        decide(company, document, "stop");

        assertThat(tasksOf(company, person, Set.of(Duty.WORK_ON_TASK, Duty.CODE_INVOICE), document))
                .isEmpty();
        List<TaskView> done = company.asPerson(
                person, () -> tasks.list(new TaskSelection(TaskSelection.View.MINE, TaskState.DONE, null, null, 10))
                        .items());
        assertThat(done).singleElement().satisfies(task -> {
            assertThat(task.decision()).isNotNull();
            assertThat(task.decision().outcome()).isEqualTo("stop");
        });
    }

    @Test
    void aRefusedDecisionLeavesTaskAndProcessAsTheyWere() {
        TestCompany company = companies.create();
        UUID document = UUID.randomUUID();
        ProcessInstance instance = start(company, document);
        TaskView task = onlyTask(company, document);

        assertThatThrownBy(() -> company.asPerson(
                        person, () -> completeTask.complete(new TaskCompletion(task.id(), "go", "refuse", null, null))))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("trial.refused");

        assertThat(onlyTask(company, document).assignee()).isNull();
        assertThat(ended(instance)).isFalse();
        assertThat(jobsOf(instance)).isEmpty();
    }

    @Test
    void anExceptionInAStepRollsBackDomainEngineAndTrailTogether() {
        TestCompany company = companies.create();
        UUID document = UUID.randomUUID();
        ProcessInstance instance = start(company, document);
        steps.failing.add(document);
        decide(company, document, "go");

        assertThatThrownBy(() -> dueJobs.run()).hasStackTraceContaining("trial.failing");

        assertThat(numbers(company)).isZero();
        assertThat(trail(company)).isZero();
        assertThat(jobsOf(instance)).singleElement().satisfies(job -> assertThat(job.getRetries())
                .isZero());
        steps.failing.remove(document);
        management.setJobRetries(jobsOf(instance).get(0).getId(), 1);
        dueJobs.run();
        assertThat(numbers(company)).isEqualTo(1);
        assertThat(trail(company)).isEqualTo(1);
        assertThat(ended(instance)).isTrue();
    }

    @Test
    void aJobWhoseInstanceHasNoCompanyReachesNothing() throws SQLException {
        TestCompany company = companies.create();
        UUID document = UUID.randomUUID();
        ProcessInstance instance = start(company, document);
        decide(company, document, "go");
        Job job = jobsOf(instance).get(0);
        int before = steps.actors.size();
        asTheApplication("update camunda.act_ru_job set tenant_id_ = null where id_ = '" + job.getId() + "'");
        asTheApplication("update camunda.act_ru_execution set tenant_id_ = null where proc_inst_id_ = '"
                + instance.getId() + "'");

        assertThatThrownBy(() -> management.executeJob(job.getId())).hasStackTraceContaining("belongs to no company");

        assertThat(steps.actors).hasSize(before);
        asTheApplication("update camunda.act_ru_job set retries_ = 0 where id_ = '" + job.getId() + "'");
    }

    @Test
    void theEnginesTablesHoldIdsKeysAndConstantsAlone() throws SQLException {
        TestCompany company = companies.create();
        UUID document = UUID.randomUUID();
        start(company, document);
        steps.failing.add(document);
        company.asPerson(
                person,
                () -> completeTask.complete(
                        new TaskCompletion(onlyTask(company, document).id(), "go", TrialSteps.SECRET, null, "hash-1")));
        assertThatThrownBy(() -> dueJobs.run()).hasStackTraceContaining("trial.failing");

        List<String> texts = everyTextOfTheEngine();
        assertThat(texts).contains(company.id().toString(), document.toString(), "trial.failing");
        assertThat(texts).noneMatch(text -> text.contains("Zażółć") || text.contains("12345.67"));
        assertThat(texts).noneMatch(text -> text.contains(person.toString()));
    }

    private ProcessInstance start(TestCompany company, UUID document) {
        return company.asPerson(person, () -> runtime.createProcessInstanceByKey("EngineTrial")
                .processDefinitionWithoutTenantId()
                .businessKey(document.toString())
                .setVariable("subjectId", document.toString())
                .setVariable("documentId", document.toString())
                .execute());
    }

    private TaskView onlyTask(TestCompany company, UUID document) {
        return tasksOf(company, person, Set.of(Duty.WORK_ON_TASK, Duty.CODE_INVOICE), document)
                .get(0);
    }

    private List<TaskView> tasksOf(TestCompany company, UUID who, Set<Duty> duties, UUID document) {
        return company.asPerson(who, duties, () -> tasks.list(TaskSelection.ofDocument(document))
                .items());
    }

    private void decide(TestCompany company, UUID document, String outcome) {
        TaskView task = onlyTask(company, document);
        company.asPerson(
                person,
                Set.of(Duty.WORK_ON_TASK, Duty.CODE_INVOICE),
                () -> completeTask.complete(new TaskCompletion(task.id(), outcome, null, null, null)));
    }

    private boolean ended(ProcessInstance instance) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count()
                == 0;
    }

    private List<Job> jobsOf(ProcessInstance instance) {
        return management.createJobQuery().processInstanceId(instance.getId()).list();
    }

    private long numbers(TestCompany company) {
        return company.inTransaction(
                () -> jdbc.sql("select coalesce(max(last_number), 0) from company.number_series where series = 'trial'")
                        .query(Long.class)
                        .single());
    }

    private long trail(TestCompany company) {
        return company.inTransaction(
                () -> jdbc.sql("select count(*) from audit.business_event where name = 'trial-finished'")
                        .query(Long.class)
                        .single());
    }

    private void asTheApplication(String sql) throws SQLException {
        try (Connection connection = database.connect(TestDatabase.APPLICATION);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** All texts and all readable bytes in every table of the engine, models excepted. */
    private List<String> everyTextOfTheEngine() throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.connect(TestDatabase.APPLICATION);
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows =
                    statement.executeQuery("select tablename from pg_tables where schemaname = 'camunda'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select * from camunda." + table)) {
                    while (rows.next()) {
                        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                            Object value = rows.getObject(column);
                            if (value instanceof byte[] bytes) {
                                texts.add(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
                            } else if (value != null) {
                                texts.add(value.toString());
                            }
                        }
                    }
                }
            }
        }
        return texts;
    }
}
