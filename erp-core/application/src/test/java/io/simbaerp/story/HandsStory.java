package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.DutyLimit;
import io.simbaerp.identity.Memberships;
import io.simbaerp.identity.RegisterUser;
import io.simbaerp.identity.UserDraft;
import io.simbaerp.identity.role.GrantRole;
import io.simbaerp.identity.role.RevokeRole;
import io.simbaerp.task.timing.KeepTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What approvers do besides yes and no: hand a task on, return it to the approver before, take back what they decided. */
@StoryTest
class HandsStory {

    @Autowired
    Simba simba;

    @Autowired
    RegisterUser registerUser;

    @Autowired
    GrantRole grantRole;

    @Autowired
    RevokeRole revokeRole;

    @Autowired
    KeepTime keepTime;

    @Autowired
    CurrentActor currentActor;

    @Autowired
    Memberships memberships;

    @Test
    void aTaskIsHandedToAColleagueWhoMayDecideItAndToNobodyElse() {
        UUID second = register("hands-second", "manager");
        UUID coder = register("hands-coder", "accountant");
        String document = sentBy("hands-coder", "HANDS/1", "410.00");
        String task = taskId("manager", document);
        String path = "/api/v1/tasks/" + task + "/delegations";
        RestUser manager = simba.as("manager");
        assertThat(refused(manager, path, Map.of())).isEqualTo("delegation.person-missing");
        assertThat(refused(manager, path, Map.of("person", UUID.randomUUID()))).isEqualTo("delegation.may-not-decide");
        assertThat(refused(manager, path, Map.of("person", coder))).isEqualTo("delegation.may-not-decide");
        as(() -> {
            revokeRole.revoke(coder, "accountant");
            grantRole.grant(coder, "manager", DutyLimit.NONE);
        });
        assertThat(refused(manager, path, Map.of("person", coder)))
                .as("whoever coded it decides nothing about it, whatever they hold by now")
                .isEqualTo("delegation.own-work");
        simba.as("accountant").post(path, Map.of("person", second)).expect(404);

        manager.post(path, Map.of("person", second, "note", "Yours, please")).expect(201);
        assertThat(complete(manager, task).status()).isEqualTo(409);
        assertThat(refused(manager, path, Map.of("person", second))).isEqualTo("task.taken");
        RestUser colleague = simba.as("hands-second");
        assertThat(colleague
                        .get(path)
                        .expect(200)
                        .body()
                        .path("items")
                        .get(0)
                        .path("note")
                        .asString())
                .isEqualTo("Yours, please");
        assertThat(simba.timelineOf(document)).contains("task-delegated");
        complete(colleague, task).expect(200);
        simba.runDueJobs();
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
        revokeAll(second, coder);
    }

    @Test
    void whoeverIsAddedAgreesBeforeTheApproverCan() {
        UUID second = register("hands-added", "manager");
        String document = sentBy("accountant", "HANDS/5", "31500.00");
        String task = taskId("manager", document);
        String path = "/api/v1/tasks/" + task + "/approvers";
        RestUser manager = simba.as("manager");
        assertThat(refused(manager, path, Map.of("reason", "x"))).isEqualTo("approval.added-person-missing");
        assertThat(refused(manager, path, Map.of("person", second))).isEqualTo("approval.added-reason-missing");
        assertThat(refused(manager, path, Map.of("person", UUID.randomUUID(), "reason", "x")))
                .isEqualTo("approval.added-cannot");
        String coder = simba.as("accountant")
                .get("/api/v1/tasks?view=mine&state=done&document=" + document)
                .expect(200)
                .body()
                .path("items")
                .get(0)
                .path("assignee")
                .asString();
        assertThat(refused(manager, path, Map.of("person", coder, "reason", "x")))
                .as("nobody approves what they coded, added or not")
                .isEqualTo("delegation.own-work");
        JsonNode added = manager.post(path, Map.of("person", second, "reason", "You know the contract"))
                .expect(201)
                .body();
        assertThat(refused(manager, path, Map.of("person", second, "reason", "x")))
                .isEqualTo("approval.added-decided");
        assertThat(complete(manager, task).get("rule")).isEqualTo("approval.added-missing");

        RestUser colleague = simba.as("hands-added");
        String own = "/api/v1/tasks/" + added.path("ownTaskId").asString();
        simba.as("director").get(own).expect(404);
        assertThat(refused(colleague, own + "/complete", Map.of("outcome", "object")))
                .isEqualTo("approval.reason-missing");
        colleague.post(own + "/complete", Map.of("outcome", "agree")).expect(200);
        assertThat(simba.timelineOf(document)).contains("approver-added", "added-approval-given");
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        as(() -> {
            revokeRole.revoke(second, "manager");
            grantRole.grant(second, "director", DutyLimit.NONE);
        });
        assertThat(simba.decide("hands-added", document, Map.of("outcome", "approve"))
                        .get("rule"))
                .as("nobody agrees besides and on a level")
                .isEqualTo("approval.already-decided");
        as(() -> revokeRole.revoke(second, "director"));
        simba.decide("director", document, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
    }

    @Test
    void nobodyIsAddedWhoCannotSeeTheInvoiceOrWorksOnNoTask() {
        UUID blind = register("hands-blind", "manager");
        UUID reader = register("hands-reader", "auditor");
        String document = sentBy("accountant", "HANDS/7", "31800.00");
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        String path = "/api/v1/tasks/" + taskId("director", document) + "/approvers";
        RestUser director = simba.as("director");
        assertThat(refused(director, path, Map.of("person", reader, "reason", "x")))
                .as("reads everything and works on no task")
                .isEqualTo("approval.added-cannot");
        director.put("/api/v1/documents/" + document + "/class", Map.of("code", "legal", "reason", "A dispute"))
                .expect(204);
        assertThat(refused(director, path, Map.of("person", blind, "reason", "x")))
                .as("doesn't see what is confidential")
                .isEqualTo("approval.added-cannot");
        simba.decide("director", document, Map.of("outcome", "approve")).expect(200);
        director.put("/api/v1/documents/" + document + "/class", Map.of("reason", "Settled"))
                .expect(204);
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
        as(() -> revokeRole.revoke(reader, "auditor"));
        revokeAll(blind);
    }

    @Test
    void whoeverIsAskedWronglySaysSoAndIsRemindedByTheRulesOfTheCompany() {
        UUID second = register("hands-named", "manager");
        String document = sentBy("accountant", "HANDS/8", "430.00");
        String task = taskId("manager", document);
        RestUser admin = simba.as("admin");
        String rule = admin.post("/api/v1/time-rules", Map.of("act", "REMIND", "span", -400))
                .expect(201)
                .get("id");
        simba.as("manager")
                .post("/api/v1/time-rules", Map.of("act", "REMIND", "span", 1))
                .expect(403);
        keepTime.run(company());
        keepTime.run(company());
        assertThat(simba.timelineOf(document).stream().filter("task-reminded"::equals))
                .hasSize(1);
        assertThat(simba.as("manager")
                        .get("/api/v1/notices")
                        .expect(200)
                        .body()
                        .path("items")
                        .findValuesAsString("taskId"))
                .contains(task);
        admin.delete("/api/v1/time-rules/" + rule).expect(204);

        String proposal = simba.as("manager")
                .post("/api/v1/tasks/" + task + "/not-me", Map.of("person", second, "reason", "Her warehouse"))
                .expect(201)
                .get("proposal");
        complete(simba.as("hands-named"), task).expect(200);
        simba.runDueJobs();
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
        assertThat(admin.get("/api/v1/rule-proposals/" + proposal).expect(200).get("row"))
                .isEqualTo("Rule_EveryInvoice");
        simba.as("manager").get("/api/v1/rule-proposals").expect(403);
        admin.post("/api/v1/rule-proposals/" + proposal + "/dismiss", Map.of("reason", "Once"))
                .expect(200);
        assertThat(simba.timelineOf(document)).contains("rule-change-proposed");
        revokeAll(second);
    }

    @Test
    void anObjectionLeavesReturningAndRejecting() {
        UUID second = register("hands-objects", "manager");
        String document = sentBy("accountant", "HANDS/6", "420.00");
        String task = taskId("manager", document);
        String own = simba.as("manager")
                .post("/api/v1/tasks/" + task + "/approvers", Map.of("person", second, "reason", "Ordered?"))
                .expect(201)
                .get("ownTaskId");
        simba.as("hands-objects")
                .post("/api/v1/tasks/" + own + "/complete", Map.of("outcome", "object", "comment", "Not ordered"))
                .expect(200);
        assertThat(complete(simba.as("manager"), task).get("rule")).isEqualTo("approval.added-missing");
        simba.decide("manager", document, Map.of("outcome", "reject", "comment", "Not ordered"))
                .expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("REJECTED");
        assertThat(simba.timelineOf(document)).contains("added-approval-refused");
        revokeAll(second);
    }

    @Test
    void theDirectorReturnsAnInvoiceToTheManagerWhoDecidesAgain() {
        String document = sentBy("accountant", "HANDS/2", "31000.00");
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        JsonNode why = simba.as("director")
                .get("/api/v1/tasks/" + taskId("director", document) + "/why")
                .expect(200)
                .body();
        assertThat(why.path("table").asString()).isEqualTo("ApprovalMatrix");
        assertThat(why.path("version").asInt()).isPositive();
        assertThat(why.path("rows").get(0).path("id").asString()).isEqualTo("Rule_AboveLimit");
        assertThat(why.path("rows")).hasSize(1);
        assertThat(why.path("inputs").path("net-amount").asString()).startsWith("31000");
        assertThat(PageUser.signIn(simba.url(), "director", "director")
                        .get("/tasks/" + taskId("director", document))
                        .text())
                .contains("Rule_AboveLimit", "name=\"returnTo\"", "data-confirm=\"add-approver\"");
        Map<String, Object> back = Map.of(
                "outcome", "return", "comment", "Ask for a discount", "input", Map.of("returnTo", "APPROVE_INVOICE"));
        assertThat(simba.decide(
                                "director",
                                document,
                                Map.of(
                                        "outcome",
                                        "return",
                                        "comment",
                                        "x",
                                        "input",
                                        Map.of("returnTo", "CODE_INVOICE")))
                        .get("rule"))
                .isEqualTo("approval.return-to-unknown");
        assertThat(simba.decide(
                                "director",
                                document,
                                Map.of("outcome", "return", "comment", "x", "input", Map.of("returnTo", Map.of())))
                        .get("rule"))
                .isEqualTo("approval.return-to-unknown");
        assertThat(simba.decide(
                                "director",
                                document,
                                Map.of("outcome", "return", "input", Map.of("returnTo", "APPROVE_INVOICE")))
                        .get("rule"))
                .isEqualTo("approval.reason-missing");
        simba.decide("director", document, back).expect(200);
        assertThat(simba.tasksOf("director", document)).isEmpty();
        assertThat(simba.tasksOf("accountant", document))
                .as("nobody codes it anew")
                .isEmpty();
        assertThat(simba.timelineOf(document)).contains("approval-returned", "approval-asked-again");

        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("IN_PROCESS");
        simba.decide("director", document, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
    }

    @Test
    void anApprovalIsTakenBackUntilTheNextApproverBegins() {
        String document = sentBy("accountant", "HANDS/3", "32000.00");
        String first = taskId("manager", document);
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        simba.as("director").post(takeBack(first), Map.of()).expect(404);
        simba.as("manager").post(takeBack(first), Map.of()).expect(200);
        simba.runDueJobs();
        assertThat(simba.tasksOf("director", document)).isEmpty();
        assertThat(simba.timelineOf(document)).contains("approval-taken-back");

        String again = taskId("manager", document);
        assertThat(again).isNotEqualTo(first);
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        assertThat(refused(simba.as("manager"), takeBack(first), Map.of())).isEqualTo("task.undo-too-late");
        simba.as("director")
                .post("/api/v1/tasks/" + taskId("director", document) + "/claim", Map.of())
                .expect(200);
        assertThat(refused(simba.as("manager"), takeBack(again), Map.of())).isEqualTo("approval.take-back-begun");
        simba.decide("director", document, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
        assertThat(refused(simba.as("manager"), takeBack(again), Map.of())).isEqualTo("task.undo-too-late");
    }

    @Test
    void whoeverSentAnInvoiceToApprovalWithdrawsItWhileSomebodyIsAsked() {
        String document = simba.receive(invoice("HANDS/4", "33000.00"));
        simba.answerQuestionsUntilCoding(document);
        String coding = taskId("accountant", document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        simba.as("manager").post(takeBack(coding), Map.of()).expect(404);
        simba.as("accountant").post(takeBack(coding), Map.of()).expect(200);
        simba.runDueJobs();
        assertThat(simba.tasksOf("director", document)).isEmpty();
        assertThat(simba.timelineOf(document)).contains("approvals-voided", "purchase-invoice-called-back");

        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        simba.decide("director", document, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
        assertThat(refused(simba.as("accountant"), takeBack(coding), Map.of())).isEqualTo("task.undo-too-late");
    }

    private static String takeBack(String task) {
        return "/api/v1/tasks/" + task + "/take-back";
    }

    private static String refused(RestUser person, String path, Map<String, ?> body) {
        RestUser.Answer answer = person.post(path, body);
        assertThat(answer.status()).as(answer.text()).isIn(409, 422);
        return answer.get("rule");
    }

    private static RestUser.Answer complete(RestUser person, String task) {
        return person.post("/api/v1/tasks/" + task + "/complete", Map.of("outcome", "approve"));
    }

    private String taskId(String person, String document) {
        return simba.taskOf(person, document).path("id").asString();
    }

    private static InvoiceXml invoice(String number, String net) {
        return InvoiceXml.numbered(number)
                .from("Wózkomir Serwis Sp. z o.o.", "5260250274")
                .line("Naprawa wózka WZ-3", net, "23");
    }

    private String sentBy(String coder, String number, String net) {
        String document = simba.receive(invoice(number, net));
        simba.answerQuestionsUntilCoding(document);
        JsonNode coding = simba.taskOf(coder, document);
        assertThat(coding.path("key").asString()).isEqualTo("Task_CodeInvoice");
        simba.decide(coder, document, Map.of("outcome", "send")).expect(200);
        return document;
    }

    private UUID register(String login, String role) {
        return currentActor.as(
                Acting.system("story", company()),
                () -> registerUser.register(new UserDraft(login, login, login, "en", Set.of(role))));
    }

    private void revokeAll(UUID... people) {
        as(() -> {
            for (UUID person : people) {
                revokeRole.revoke(person, "manager");
            }
        });
    }

    private void as(Runnable work) {
        currentActor.run(Acting.system("story", company()), work);
    }

    private CompanyId company() {
        String someone = simba.as("admin")
                .get("/api/v1/people")
                .expect(200)
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        return memberships.acting(UUID.fromString(someone), null).orElseThrow().company();
    }
}
