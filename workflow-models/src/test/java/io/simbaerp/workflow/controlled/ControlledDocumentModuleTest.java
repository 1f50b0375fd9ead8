package io.simbaerp.workflow.controlled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.controlled.DocumentView;
import io.simbaerp.controlled.Standing;
import io.simbaerp.controlled.VersionView;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskView;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every way through the models of controlled documents, on the real engine, and every way around them that is closed. */
@ModuleTest
class ControlledDocumentModuleTest extends ControlledDesk {

    @Test
    void whatSomebodyElseApprovedIsPublishedFromItsDayOn() {
        VersionView draft = write(draft("Trips", "# Rates\n\n45", TODAY.plusDays(11)));
        assertThat(draft.documentNumber()).isEqualTo("CD/2026/0001");
        assertThatThrownBy(() -> asReader(() -> documents.byId(draft.documentId())))
                .isInstanceOf(NotFound.class);
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
        String decision =
                "insert into approval.approval_decision (company_id, id, request_id, level, decision, content_hash,"
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
        for (String field : List.of(
                "title = 'x'",
                "body = 'x'",
                "readers = '{}'",
                "effective_from = '2020-01-01'",
                "number = 2",
                "approved_by = 'person:x'",
                "state = 'DRAFT'",
                "note = 'x'")) {
            assertThat(attack.refusal(TestDatabase.OWNER, "update controlled.version set " + field))
                    .as(field)
                    .isEqualTo("published_version_stands");
        }
        assertThat(attack.refusal(TestDatabase.OWNER, "delete from controlled.version"))
                .isNotNull();
        assertThat(attack.refusal(TestDatabase.APPLICATION, "delete from controlled.version"))
                .isEqualTo(Attack.PERMISSION);
        for (String table : List.of("document", "acknowledgement", "reminder", "periodic_review", "withdrawal")) {
            assertThat(attack.refusal(TestDatabase.APPLICATION, "delete from controlled." + table))
                    .isEqualTo(Attack.PERMISSION);
        }
        assertThat(attack.refusal(
                        TestDatabase.APPLICATION,
                        "insert into controlled.version select company_id, gen_random_uuid(), controlled_id, null, 'PUBLISHED', 0,"
                                + " title, kind, body, null, null, null, null, readers, 1, 1, null, null, '', authors, now()"
                                + " from controlled.version"))
                .isNotNull();
        TestCompany others = companies.create();
        assertThatThrownBy(() -> others.as(() -> documents.version(published.id())))
                .isInstanceOf(NotFound.class);
        assertThat(new Attack(database, others.id())
                        .refusal(
                                TestDatabase.APPLICATION,
                                "insert into controlled.acknowledgement values ('" + others.id()
                                        + "', gen_random_uuid(), '" + published.id() + "', gen_random_uuid(), now())"))
                .isNotNull();
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
                .isEqualTo(TODAY.plusDays(1).plusMonths(24));
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
    void twoAtOnceEndInOneAndAConflict() {
        for (int round = 0; round < 3; round++) {
            String key = "key " + round;
            atOnce(() -> begin.begin(draft("At once", "one", null), key));
        }
        assertThat(company.inTransaction(() -> jdbc.sql("select count(*) from controlled.document")
                        .query(Integer.class)
                        .single()))
                .isEqualTo(3);
        VersionView published = published("Published", "one");
        atOnce(() -> revise.open(published.documentId()));
        atOnce(() -> {
            withdraw.withdraw(published.documentId(), "Old");
            return true;
        });
        assertThat(asReader(() -> documents.byIds(List.of(published.documentId(), UUID.randomUUID()))))
                .singleElement()
                .satisfies(one -> assertThat(one.withdrawal()).isNotNull());
    }

    private void atOnce(Supplier<?> work) {
        List<CompletableFuture<?>> both = Stream.generate(() -> CompletableFuture.supplyAsync(() -> asWriter(work)))
                .limit(4)
                .collect(Collectors.toList());
        int done = 0;
        for (CompletableFuture<?> one : both) {
            try {
                one.join();
                done++;
            } catch (CompletionException refused) {
                assertThat(refused.getCause()).isInstanceOf(Conflict.class);
            }
        }
        assertThat(done).isPositive();
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
        decide(reviewer, REVIEWER, "reject", "Wrong rates");
        assertThat(task().key())
                .as("what is published is still to be looked at")
                .isEqualTo("Task_LookAgain");
        decide(author, WRITER, "revise", "Right rates");
        send(asWriter(() -> documents.byId(first.documentId()).versions().get(0)));
        decide(reviewer, REVIEWER, "approve", null);
        aYearLater();
        refused("controlled.reason-missing", () -> decide(author, WRITER, "out-of-use", null));
        decide(author, WRITER, "out-of-use", "Nobody travels");
        DocumentView gone = asReader(() -> documents.byId(first.documentId()));
        assertThat(ended(first.documentId())).contains("End_DocumentWithdrawn");
        assertThat(gone.withdrawal()).isNotNull().satisfies(withdrawal -> {
            assertThat(withdrawal.by()).isEqualTo("person:" + author);
            assertThat(withdrawal.reason()).isEqualTo("Nobody travels");
        });
        assertThat(gone.shown().standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(asReader(() -> readings.count())).isZero();
        refused("controlled.withdrawn", () -> asWriter(() -> revise.open(first.documentId())));
    }
}
