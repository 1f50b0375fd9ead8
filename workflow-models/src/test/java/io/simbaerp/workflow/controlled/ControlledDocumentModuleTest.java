package io.simbaerp.workflow.controlled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.controlled.BeginControlledDocument;
import io.simbaerp.controlled.ChangeDraft;
import io.simbaerp.controlled.ControlledDocuments;
import io.simbaerp.controlled.ControlledDraft;
import io.simbaerp.controlled.ControlledKind;
import io.simbaerp.controlled.DocumentView;
import io.simbaerp.controlled.OpenControlledFile;
import io.simbaerp.controlled.OpenRevision;
import io.simbaerp.controlled.Standing;
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
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.workflow.engine.DueJobs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through the models of controlled documents, on the real engine, and every way around them that is closed. */
@ModuleTest
class ControlledDocumentModuleTest {

    private static final EnumSet<Duty> REVIEWER =
            EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.WORK_ON_TASK, Duty.REVIEW_CONTROLLED_DOCUMENT);
    private static final EnumSet<Duty> WRITER =
            EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.WORK_ON_TASK, Duty.WRITE_CONTROLLED_DOCUMENT);
    private static final Set<Duty> READER = EnumSet.of(Duty.BELONG_TO_COMPANY);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

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

    private final UUID author = UUID.randomUUID();
    private final UUID reviewer = UUID.randomUUID();
    private final UUID reader = UUID.randomUUID();
    private TestCompany company;

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

    @Test
    void whatSomebodyElseApprovedIsPublishedFromItsDayOn() {
        VersionView draft = write(draft("Trips", "# Rates\n\n45", TODAY.plusDays(11)));
        assertThat(draft.documentNumber()).isEqualTo("CD/2026/0001");
        assertThatThrownBy(() -> asReader(() -> documents.byId(draft.documentId()))).isInstanceOf(NotFound.class);
        send(draft);
        refused("controlled.not-a-draft", () -> asWriter(() -> change.change(draft.id(), 1, draft("T", "x", null))));
        TaskView task = task();
        assertThat(task.key()).isEqualTo("Task_ReviewText");
        assertThat(task.candidateDuties()).containsExactly(Duty.REVIEW_CONTROLLED_DOCUMENT);
        assertThat(task.facts().documentNumber()).isEqualTo("CD/2026/0001");
        refused("approval.own-work-wrote-text", () -> decide(author, REVIEWER, "approve", null));
        assertThatThrownBy(() -> company.asPerson(reviewer, REVIEWER, () -> {
                    completeTask.complete(new TaskCompletion(task.id(), "approve", null, null, "0".repeat(64)));
                    return true;
                }))
                .isInstanceOf(Conflict.class);

        decide(reviewer, REVIEWER, "approve", null);

        VersionView coming = asReader(() -> documents.byId(draft.documentId())).shown();
        assertThat(coming.standing()).isEqualTo(Standing.COMING);
        assertThat(coming.number()).isEqualTo(1);
        assertThat(coming.approvedBy()).isEqualTo("person:" + reviewer);
        assertThat(ended(draft.id())).contains("End_TextPublished").doesNotContain("End_TextReturned");
        clock.advance(Duration.ofDays(11));
        assertThat(asReader(() -> documents.byId(draft.documentId())).shown().standing())
                .isEqualTo(Standing.IN_FORCE);

        VersionView second = revision(draft.documentId(), "# Rates\n\n60");
        decide(reviewer, REVIEWER, "approve", null);
        DocumentView both = asReader(() -> documents.byId(draft.documentId()));
        assertThat(both.shown().id()).isEqualTo(second.id());
        assertThat(both.versions())
                .extracting(VersionView::standing)
                .containsExactly(Standing.IN_FORCE, Standing.SUPERSEDED);
        assertThat(both.versions().get(1).body()).as("stays readable").contains("45");
    }

    @Test
    void whatIsReturnedIsADraftAgainAndWhatIsRejectedIsNot() {
        VersionView draft = write(draft("Returned", "one", null));
        send(draft);
        refused("approval.reason-missing", () -> decide(reviewer, REVIEWER, "return", " "));
        decide(reviewer, REVIEWER, "return", "Too short");
        VersionView back = asWriter(() -> documents.version(draft.id()));
        assertThat(back.standing()).isEqualTo(Standing.DRAFT);
        assertThat(back.note()).isEqualTo("Too short");
        assertThat(ended(draft.id())).contains("End_TextReturned");
        refused(
                "controlled.changed-meanwhile",
                () -> asWriter(() -> change.change(draft.id(), 0, draft("Returned", "two", null))));
        asWriter(() -> change.change(draft.id(), back.edition(), draft("Returned", "one and two", null)));
        send(asWriter(() -> documents.version(draft.id())));
        decide(reviewer, REVIEWER, "reject", "Not needed");
        assertThat(asWriter(() -> documents.version(draft.id())).standing()).isEqualTo(Standing.REJECTED);
        assertThat(ended(draft.id())).contains("End_TextRejected");
        refused("controlled.not-published", () -> asWriter(() -> revise.open(draft.documentId())));
    }

    @Test
    void whoeverTouchedTheTextDoesNotReviewIt() throws Exception {
        VersionView draft = write(draft("Ours", "one", null));
        company.asPerson(reviewer, () -> {
            change.change(draft.id(), 0, draft("Ours", "two", null));
            return true;
        });
        refused("controlled.nobody-reviews", () -> send(asWriter(() -> documents.version(draft.id()))));
        VersionView other = write(draft("Alone", "one", null));
        send(other);
        Attack attack = new Attack(database, company.id());
        String request = "(select id from approval.approval_request where subject_id = '" + other.id() + "')";
        String decision = "insert into approval.approval_decision (company_id, id, request_id, level, decision, content_hash,"
                + " decided_by, decided_at) select company_id, gen_random_uuid(), id, 'REVIEW_CONTROLLED_DOCUMENT',"
                + " 'APPROVE', content_hash, '%s', now() from approval.approval_request where id = " + request;
        String publish = "update controlled.version set state = 'PUBLISHED', number = 1, effective_from = '2026-11-20',"
                + " approved_by = 'person:%s', published_at = now() where id = '" + other.id() + "'";
        for (String role : List.of(TestDatabase.OWNER, TestDatabase.APPLICATION)) {
            assertThat(attack.refusal(role, decision.formatted(author))).isEqualTo("reviewer_did_not_write_it");
            assertThat(attack.refusal(role, publish.formatted(reviewer))).isEqualTo("version_is_published_as_reviewed");
            assertThat(attack.refusal(role, decision.formatted(reviewer), publish.formatted(author)))
                    .isEqualTo("version_is_published_as_reviewed");
            assertThat(attack.refusal(role, decision.formatted(reviewer), publish.formatted(reviewer)))
                    .as("the honest way")
                    .isNull();
            assertThat(attack.refusal(role, "update controlled.version set authors = '{person:x}'"))
                    .isEqualTo("version_keeps_its_authors");
            assertThat(attack.refusal(role, "update controlled.version set body = 'y' where id = '" + other.id() + "'"))
                    .isEqualTo("version_in_review_stands");
        }
    }

    @Test
    void whatIsPublishedStandsForEver() throws Exception {
        VersionView published = published("Fixed", "one");
        Attack attack = new Attack(database, company.id());
        for (String field : List.of("title = 'x'", "body = 'x'", "readers = '{}'", "effective_from = '2020-01-01'",
                "number = 2", "approved_by = 'person:x'", "state = 'DRAFT'", "note = 'x'")) {
            assertThat(attack.refusal(TestDatabase.OWNER, "update controlled.version set " + field))
                    .as(field)
                    .isEqualTo("published_version_stands");
        }
        assertThat(attack.refusal(TestDatabase.OWNER, "delete from controlled.version"))
                .isNotNull();
        assertThat(attack.refusal(TestDatabase.APPLICATION, "delete from controlled.version")).isEqualTo(Attack.PERMISSION);
        for (String table : List.of("document", "acknowledgement", "reminder", "periodic_review", "withdrawal")) {
            assertThat(attack.refusal(TestDatabase.APPLICATION, "delete from controlled." + table))
                    .isEqualTo(Attack.PERMISSION);
        }
        assertThat(attack.refusal(
                        TestDatabase.APPLICATION,
                        "insert into controlled.version select company_id, gen_random_uuid(), document_id, null, 'PUBLISHED', 0,"
                                + " title, kind, body, null, null, null, null, readers, 1, 1, null, null, '', authors, now()"
                                + " from controlled.version"))
                .isNotNull();
        TestCompany others = companies.create();
        assertThatThrownBy(() -> others.as(() -> documents.version(published.id()))).isInstanceOf(NotFound.class);
        assertThat(new Attack(database, others.id())
                        .refusal(
                                TestDatabase.APPLICATION,
                                "insert into controlled.acknowledgement values ('" + others.id()
                                        + "', gen_random_uuid(), '" + published.id() + "', gen_random_uuid(), now())"))
                .isNotNull();
    }

    @Test
    void readersConfirmInTheirOwnNameAndAreReminded() {
        VersionView published = published("To be read", "one");
        assertThat(asReader(() -> readings.mine())).singleElement().satisfies(waiting -> {
            assertThat(waiting.readBy()).isEqualTo(TODAY.plusDays(7));
            assertThat(waiting.late()).isFalse();
        });
        assertThat(company.as(() -> readings.progress(published.id()))).isEqualTo(new Readings.Progress(0, 1));
        refused("controlled.not-asked-to-read", () -> company.asPerson(reviewer, REVIEWER, () -> {
            acknowledge.acknowledge(published.id());
            return true;
        }));
        Acting inTheirName = new Acting(Actor.person(reviewer), company.id(), READER).onBehalfOf(reader);
        refused("controlled.read-yourself", () -> company.currentActor()
                .run(inTheirName, () -> acknowledge.acknowledge(published.id())));
        assertThat(company.as(() -> remindLate.remindLate())).isZero();
        assertThat(asWriter(() -> remind.remind(published.documentId()))).isEqualTo(1);
        assertThat(asWriter(() -> remind.remind(published.documentId()))).as("at once again").isZero();
        clock.advance(Duration.ofDays(8));
        assertThat(company.as(() -> remindLate.remindLate())).isEqualTo(1);
        assertThat(asReader(() -> readings.mine())).singleElement().satisfies(waiting -> {
            assertThat(waiting.late()).isTrue();
            assertThat(waiting.remindedAt()).isEqualTo(clock.instant());
        });
        asReader(() -> {
            acknowledge.acknowledge(published.id());
            acknowledge.acknowledge(published.id());
            return true;
        });
        assertThat(asReader(() -> readings.count())).isZero();
        assertThat(company.as(() -> readings.progress(published.id()))).isEqualTo(new Readings.Progress(1, 1));
        assertThat(asWriter(() -> remind.remind(published.documentId()))).isZero();
        revision(published.documentId(), "two");
        decide(reviewer, REVIEWER, "approve", null);
        assertThat(asReader(() -> readings.count())).as("the next version is read anew").isEqualTo(1);
    }

    @Test
    void aDocumentIsLookedAtWhenItsTimeHasComeAndKept() {
        VersionView published = published("Kept", "one");
        assertThat(open()).isEmpty();
        aYearLater();
        assertThat(task().key()).isEqualTo("Task_LookAgain");
        decide(author, WRITER, "keep", null);
        assertThat(open()).isEmpty();
        assertThat(asReader(() -> documents.byId(published.documentId())).reviewOn())
                .isEqualTo(TODAY.plusMonths(24));
        aYearLater();
        revision(published.documentId(), "two");
        company.asPerson(reviewer, REVIEWER, () -> {
            completeTask.complete(new TaskCompletion(
                    open().stream()
                            .filter(task -> task.key().equals("Task_ReviewText"))
                            .findFirst()
                            .orElseThrow()
                            .id(),
                    "approve",
                    null,
                    null,
                    null));
            return true;
        });
        dueJobs.run();
        assertThat(open()).as("a new version is looked at in its own time").isEmpty();
    }

    @Test
    void aDocumentIsRevisedOrTakenOutOfUse() {
        VersionView first = published("Revised", "one");
        aYearLater();
        decide(author, WRITER, "revise", "New rates");
        assertThat(ended(first.documentId())).contains("End_RevisionBegun");
        VersionView draft = asWriter(() -> documents.byId(first.documentId())).open();
        assertThat(draft).isNotNull();
        assertThat(draft.authors()).containsExactly("person:" + author);
        send(draft);
        refused("controlled.in-review", () -> asWriter(() -> withdraw.withdraw(first.documentId(), "Old")));
        decide(reviewer, REVIEWER, "approve", null);
        aYearLater();
        refused("controlled.reason-missing", () -> decide(author, WRITER, "withdraw", null));
        decide(author, WRITER, "withdraw", "Nobody travels");
        DocumentView gone = asReader(() -> documents.byId(first.documentId()));
        assertThat(ended(first.documentId())).contains("End_DocumentWithdrawn");
        assertThat(gone.withdrawal())
                .isNotNull()
                .satisfies(withdrawal -> {
                    assertThat(withdrawal.by()).isEqualTo("person:" + author);
                    assertThat(withdrawal.reason()).isEqualTo("Nobody travels");
                });
        assertThat(gone.shown().standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(asReader(() -> readings.count())).isZero();
        refused("controlled.withdrawn", () -> asWriter(() -> revise.open(first.documentId())));
    }

    @Test
    void aFileSaysItAsWell() {
        byte[] content = "%PDF-1.7 policy".getBytes(StandardCharsets.UTF_8);
        VersionView draft = write(new ControlledDraft(
                "File",
                ControlledKind.KNOWLEDGE,
                null,
                new ControlledDraft.File("C:\\docs\\policy.pdf", content),
                null,
                List.of(),
                7,
                12,
                null));
        send(draft);
        decide(reviewer, REVIEWER, "approve", null);
        OpenControlledFile.Opened opened = asReader(() -> openFile.open(draft.id()));
        assertThat(opened.name()).isEqualTo("policy.pdf");
        assertThat(opened.content()).isEqualTo(content);
        asWriter(() -> {
            withdraw.withdraw(draft.documentId(), "Old");
            return true;
        });
        aYearLater();
        assertThat(open()).as("nobody looks at what is out of use").isEmpty();
    }

    private void person(UUID id, String role, Duty duty) {
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
        jdbc.sql("insert into identity.membership (company_id, user_id, role_id) values (?, ?, ?)")
                .params(company.id().value(), id, roleId)
                .update();
    }

    private static ControlledDraft draft(String title, String body, @Nullable LocalDate wished) {
        return new ControlledDraft(
                title, ControlledKind.POLICY, body, null, null, List.of("reader"), 7, 12, wished);
    }

    private VersionView write(ControlledDraft draft) {
        return asWriter(() -> begin.begin(draft, null));
    }

    private VersionView published(String title, String body) {
        VersionView draft = write(draft(title, body, null));
        send(draft);
        decide(reviewer, REVIEWER, "approve", null);
        return asReader(() -> documents.version(draft.id()));
    }

    private VersionView revision(UUID document, String body) {
        UUID id = asWriter(() -> revise.open(document));
        assertThat(asWriter(() -> revise.open(document))).as("the one there is").isEqualTo(id);
        asWriter(() -> change.change(id, 0, draft("Changed", body, null)));
        VersionView draft = asWriter(() -> documents.version(id));
        send(draft);
        return draft;
    }

    private void send(VersionView draft) {
        company.asPerson(author, WRITER, () -> {
            submit.submit(draft.id(), draft.edition());
            return true;
        });
        dueJobs.run();
    }

    private void decide(UUID person, Set<Duty> duties, String outcome, @Nullable String comment) {
        UUID task = task().id();
        company.asPerson(person, duties, () -> {
            completeTask.complete(new TaskCompletion(task, outcome, comment, null, null));
            return true;
        });
        dueJobs.run();
    }

    private void aYearLater() {
        LocalDate day = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC).plusMonths(12).plusDays(1);
        clock.set(day.atTime(8, 0).toInstant(java.time.ZoneOffset.UTC));
        ClockUtil.setCurrentTime(Date.from(clock.instant()));
        dueJobs.run();
    }

    private List<TaskView> open() {
        return company.as(
                () -> tasks.list(TaskSelection.open(TaskSelection.View.ALL, 50)).items());
    }

    private TaskView task() {
        assertThat(open()).hasSize(1);
        return company.as(() -> tasks.byId(open().get(0).id()));
    }

    private <T> T asReader(java.util.function.Supplier<T> work) {
        return company.asPerson(reader, READER, work);
    }

    private <T> T asWriter(java.util.function.Supplier<T> work) {
        return company.asPerson(author, WRITER, work);
    }

    private void asWriter(Runnable work) {
        company.asPerson(author, WRITER, () -> {
            work.run();
            return true;
        });
    }

    private static void refused(String rule, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                .isEqualTo(rule));
    }

    private List<String> ended(UUID subject) {
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
