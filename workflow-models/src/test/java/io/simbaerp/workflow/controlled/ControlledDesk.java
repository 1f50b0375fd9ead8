package io.simbaerp.workflow.controlled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.controlled.BeginControlledDocument;
import io.simbaerp.controlled.ChangeDraft;
import io.simbaerp.controlled.ControlledDocuments;
import io.simbaerp.controlled.ControlledDraft;
import io.simbaerp.controlled.ControlledKind;
import io.simbaerp.controlled.OpenControlledFile;
import io.simbaerp.controlled.OpenRevision;
import io.simbaerp.controlled.SubmitVersion;
import io.simbaerp.controlled.VersionView;
import io.simbaerp.controlled.reading.AcknowledgeVersion;
import io.simbaerp.controlled.reading.Readings;
import io.simbaerp.controlled.reading.RemindLateReaders;
import io.simbaerp.controlled.reading.RemindReaders;
import io.simbaerp.controlled.upkeep.WithdrawControlledDocument;
import io.simbaerp.task.CompleteTask;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskSelection;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.workflow.engine.DueJobs;
import java.time.LocalDate;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who writes, reviews and reads in the tests of controlled documents, and what they do. */
abstract class ControlledDesk {

    static final EnumSet<Duty> REVIEWER =
            EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.WORK_ON_TASK, Duty.REVIEW_CONTROLLED_DOCUMENT);
    static final EnumSet<Duty> WRITER =
            EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.WORK_ON_TASK, Duty.WRITE_CONTROLLED_DOCUMENT);
    static final Set<Duty> READER = EnumSet.of(Duty.BELONG_TO_COMPANY);
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Autowired
    TestCompanies companies;

    @Autowired
    TestClock clock;

    @Autowired
    TestDatabase database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BeginControlledDocument begin;

    @Autowired
    ChangeDraft change;

    @Autowired
    SubmitVersion submit;

    @Autowired
    OpenRevision revise;

    @Autowired
    WithdrawControlledDocument withdraw;

    @Autowired
    AcknowledgeVersion acknowledge;

    @Autowired
    Readings readings;

    @Autowired
    RemindReaders remind;

    @Autowired
    RemindLateReaders remindLate;

    @Autowired
    ControlledDocuments documents;

    @Autowired
    OpenControlledFile openFile;

    @Autowired
    Tasks tasks;

    @Autowired
    CompleteTask completeTask;

    @Autowired
    DueJobs dueJobs;

    @Autowired
    HistoryService history;

    final UUID author = UUID.randomUUID();
    final UUID reviewer = UUID.randomUUID();
    final UUID reader = UUID.randomUUID();
    TestCompany company;

    @BeforeEach
    void people() {
        company = companies.create();
        company.<@Nullable Void>inTransaction(() -> {
            person(author, "writer", Duty.WRITE_CONTROLLED_DOCUMENT);
            person(reviewer, "reviewer", Duty.REVIEW_CONTROLLED_DOCUMENT);
            person(reader, "reader", Duty.VIEW_DOCUMENT);
            return null;
        });
    }

    @AfterEach
    void now() {
        clock.set(TestClock.START);
        ClockUtil.reset();
    }

    void person(UUID id, String role, Duty duty) {
        UUID roleId = UUID.randomUUID();
        jdbc.sql("insert into identity.user_account (id, login, display_name, password_hash, created_at)"
                        + " values (?, ?, ?, 'x', now())")
                .params(id, "u" + id, role)
                .update();
        jdbc.sql("insert into identity.role (company_id, id, code, name_en, name_pl) values (?, ?, ?, ?, ?)")
                .params(company.id().value(), roleId, role, role, role)
                .update();
        jdbc.sql("insert into identity.role_duty (company_id, role_id, duty) values (?, ?, ?)")
                .params(company.id().value(), roleId, duty.name())
                .update();
        jdbc.sql("insert into identity.membership (company_id, user_id, role_id, granted_by, granted_at)"
                        + " values (?, ?, ?, 'system:test', now())")
                .params(company.id().value(), id, roleId)
                .update();
    }

    static ControlledDraft draft(String title, String body, @Nullable LocalDate wished) {
        return new ControlledDraft(title, ControlledKind.POLICY, body, null, null, List.of("reader"), 7, 12, wished);
    }

    VersionView write(ControlledDraft draft) {
        return asWriter(() -> begin.begin(draft, null));
    }

    VersionView published(String title, String body) {
        VersionView draft = write(draft(title, body, null));
        send(draft);
        decide(reviewer, REVIEWER, "approve", null);
        return asReader(() -> documents.version(draft.id()));
    }

    VersionView revision(UUID document, String body) {
        UUID id = asWriter(() -> revise.open(document));
        assertThat(asWriter(() -> revise.open(document))).as("the one there is").isEqualTo(id);
        asWriter(() -> change.change(id, 0, draft("Changed", body, null)));
        VersionView draft = asWriter(() -> documents.version(id));
        send(draft);
        return draft;
    }

    void send(VersionView draft) {
        company.asPerson(author, WRITER, () -> {
            submit.submit(draft.id(), draft.edition());
            return true;
        });
        dueJobs.run();
    }

    void decide(UUID person, Set<Duty> duties, String outcome, @Nullable String comment) {
        UUID task = task().id();
        company.asPerson(person, duties, () -> {
            completeTask.complete(new TaskCompletion(task, outcome, comment, null, null));
            return true;
        });
        dueJobs.run();
    }

    void aYearLater() {
        LocalDate day = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
                .plusMonths(12)
                .plusDays(1);
        clock.set(day.atTime(8, 0).toInstant(java.time.ZoneOffset.UTC));
        ClockUtil.setCurrentTime(Date.from(clock.instant()));
        dueJobs.run();
    }

    List<TaskView> open() {
        return company.as(
                () -> tasks.list(TaskSelection.open(TaskSelection.View.ALL, 50)).items());
    }

    TaskView task() {
        assertThat(open()).hasSize(1);
        return company.as(() -> tasks.byId(open().get(0).id()));
    }

    <T> T asReader(java.util.function.Supplier<T> work) {
        return company.asPerson(reader, READER, work);
    }

    <T> T asWriter(java.util.function.Supplier<T> work) {
        return company.asPerson(author, WRITER, work);
    }

    void asWriter(Runnable work) {
        company.asPerson(author, WRITER, () -> {
            work.run();
            return true;
        });
    }

    static void refused(String rule, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                .isEqualTo(rule));
    }

    List<String> ended(UUID subject) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(subject.toString())
                .finished()
                .list()
                .stream()
                .flatMap(instance -> history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .activityType("noneEndEvent")
                        .list()
                        .stream())
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }
}
