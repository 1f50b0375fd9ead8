package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.Memberships;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.undo.Deciding;
import io.simbaerp.task.undo.HeldDecision;
import io.simbaerp.task.undo.HeldDecisions;
import io.simbaerp.task.undo.SendOnDecisions;
import io.simbaerp.task.undo.TakeBackDecision;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a manager decides at a page can be taken back until it is sent on, and never afterwards. */
@StoryTest
class UndoStory {

    @Autowired
    Simba simba;

    @Autowired
    Deciding deciding;

    @Autowired
    TakeBackDecision takeBackDecision;

    @Autowired
    SendOnDecisions sendOnDecisions;

    @Autowired
    HeldDecisions heldDecisions;

    @Autowired
    Memberships memberships;

    @Autowired
    CurrentActor currentActor;

    @Autowired
    Clock clock;

    @Test
    void nothingFollowsFromAnApprovalThatWasTakenBack() {
        String document = toApprove("UNDO/1", "410.00");
        UUID task = approve(document);
        assertThat(simba.stateOf(document)).isEqualTo("IN_PROCESS");
        sendOnDecisions.run(clock.instant());
        assertThat(simba.stateOf(document)).as("its time is not over").isEqualTo("IN_PROCESS");

        takeBack(task);
        simba.runDueJobs();
        assertThat(simba.stateOf(document)).isEqualTo("IN_PROCESS");
        assertThat(simba.timelineOf(document)).doesNotContain("approval-given");
        assertThatThrownBy(() -> takeBack(task)).isInstanceOf(Conflict.class).hasMessage("task.undo-nothing");

        approve(document);
        simba.runDueJobs();
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
        assertThatThrownBy(() -> takeBack(task)).isInstanceOf(Conflict.class).hasMessage("task.undo-too-late");
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void takingBackAndSendingOnAtTheSameMomentDoOneOfTheTwo(int round) {
        String document = toApprove("UNDO/RACE/" + round, "10" + round + ".00");
        UUID task = approve(document);
        CyclicBarrier start = new CyclicBarrier(2);
        CompletableFuture<Boolean> undone = CompletableFuture.supplyAsync(() -> {
            await(start);
            try {
                takeBack(task);
                return true;
            } catch (Conflict late) {
                return false;
            }
        });
        CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
            await(start);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(4L * (round - 1)));
            sendOnDecisions.run(later());
        });
        CompletableFuture.allOf(undone, sent).join();
        simba.runDueJobs();
        assertThat(simba.stateOf(document)).isEqualTo(undone.join() ? "IN_PROCESS" : "POSTED");
    }

    @Test
    void aDecisionThatWouldBeRefusedIsRefusedAtOnceAndNotHeld() {
        String document = toApprove("UNDO/3", "430.00");
        UUID task = task(document);
        assertThatThrownBy(() -> decide(task, "return", null, null))
                .isInstanceOf(RuleViolation.class)
                .hasMessage("approval.reason-missing");
        assertThat(held(task)).isNull();
        assertThatThrownBy(() -> currentActor.as(
                        person("accountant", document),
                        () -> deciding.decide(new TaskCompletion(task, "approve", null, null, null))))
                .as("nobody decides what they can't see")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whoDecidesAnewMeanwhileIsTakenAtTheirLastWord() {
        String document = toApprove("UNDO/4", "440.00");
        UUID task = approve(document);
        decide(task, "return", "Wrong cost centre", null);
        simba.runDueJobs();
        assertThat(simba.taskOf("accountant", document).path("key").asString()).isEqualTo("Task_CodeInvoice");
        assertThat(simba.timelineOf(document)).contains("approval-returned").doesNotContain("approval-given");
    }

    @Test
    void whatIsHeldForOneStandsOnNobodysDeskAndAProgramStillDecidesAtOnce() {
        String document = toApprove("UNDO/5", "450.00");
        UUID task = approve(document);
        assertThat(simba.as("manager")
                        .get("/api/v1/tasks?view=mine&state=open&document=" + document)
                        .expect(200)
                        .body()
                        .path("items"))
                .isEmpty();
        simba.as("manager")
                .post("/api/v1/tasks/" + task + "/complete", Map.of("outcome", "reject", "comment", "Not ordered"))
                .expect(200);
        simba.runDueJobs();
        assertThat(simba.stateOf(document)).isEqualTo("REJECTED");
        assertThat(held(task)).isNull();
    }

    private Instant later() {
        return clock.instant().plusSeconds(60);
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID approve(String document) {
        UUID task = task(document);
        String seen = simba.as("manager")
                .get("/api/v1/tasks/" + task)
                .expect(200)
                .body()
                .path("contentHash")
                .asString();
        decide(task, "approve", null, seen);
        return task;
    }

    private void decide(UUID task, String outcome, String comment, String seen) {
        currentActor.run(manager(task), () -> deciding.decide(new TaskCompletion(task, outcome, comment, null, seen)));
    }

    private void takeBack(UUID task) {
        currentActor.run(manager(task), () -> takeBackDecision.takeBack(task));
    }

    private HeldDecision held(UUID task) {
        return currentActor.as(manager(task), () -> heldDecisions.of(task).orElse(null));
    }

    private UUID task(String document) {
        return UUID.fromString(simba.taskOf("manager", document).path("id").asString());
    }

    /** Whoever takes a task is named by it. */
    private Acting manager(UUID task) {
        String manager = simba.as("manager")
                .get("/api/v1/tasks/" + task)
                .expect(200)
                .body()
                .path("assignee")
                .asString();
        if (manager.isEmpty()) {
            manager = simba.as("manager")
                    .post("/api/v1/tasks/" + task + "/claim", Map.of())
                    .expect(200)
                    .get("assignee");
        }
        return memberships.acting(UUID.fromString(manager), null).orElseThrow();
    }

    private Acting person(String name, String document) {
        String coder = simba.as(name)
                .get("/api/v1/tasks?view=mine&state=done&document=" + document)
                .expect(200)
                .body()
                .path("items")
                .get(0)
                .path("assignee")
                .asString();
        return memberships.acting(UUID.fromString(coder), null).orElseThrow();
    }

    private String toApprove(String number, String net) {
        String document = simba.receive(InvoiceXml.numbered(number)
                .from("Wózkomir Serwis Sp. z o.o.", "5260250274")
                .line("Naprawa wózka WZ-3", net, "23"));
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        return document;
    }
}
