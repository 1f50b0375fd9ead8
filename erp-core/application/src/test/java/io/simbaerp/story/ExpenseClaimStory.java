package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An employee claims a trip, the manager returns it once, the accountant posts it, and the payment run finds it. */
@StoryTest
class ExpenseClaimStory {

    private static final String PURPOSE = "Trip of the story";

    @Autowired
    Simba simba;

    @Test
    void aTripIsClaimedApprovedPostedAndOwed() {
        ExpenseRecords records = new ExpenseRecords(simba);
        String id = records.begun(PURPOSE);
        simba.as("manager").get(ExpenseRecords.PATH + id).expect(404);
        assertThat(records.added(
                                id,
                                Map.of("category", "TAXI", "description", "Taxi", "gross", "45,50", "currency", "PLN"))
                        .expect(422)
                        .text())
                .contains("expense.receipt-missing");
        records.added(
                        id,
                        Map.of(
                                "category", "TAXI",
                                "description", "Taxi",
                                "gross", "45,50",
                                "currency", "PLN",
                                "noReceiptReason", "The driver had none"))
                .expect(200);
        records.added(
                        id,
                        Map.of(
                                "category", "MILEAGE",
                                "description", "Client",
                                "vehicle", "CAR",
                                "kilometres", "120",
                                "route", "Gdynia, Elbląg, Gdynia"))
                .expect(200);
        JsonNode draft = records.one("employee", id);
        assertThat(draft.path("total").path("amount").asString()).isEqualTo("183.50");
        assertThat(draft.path("findings").toString()).contains("NO_RECEIPT");
        records.sent(id);
        records.decided("manager", "Task_ApproveClaim", id, Map.of("outcome", "return", "comment", "Which client?"))
                .expect(200);
        JsonNode back = records.one("employee", id);
        assertThat(back.path("state").asString()).isEqualTo("DRAFT");
        assertThat(back.path("note").asString()).isEqualTo("Which client?");
        records.sent(id);
        records.decided("manager", "Task_ApproveClaim", id, Map.of("outcome", "approve"))
                .expect(200);
        pages(id);
        records.decided("accountant", "Task_CodeClaim", id, records.coded(id)).expect(200);
        JsonNode posted = records.one("employee", id);
        assertThat(posted.path("state").asString()).isEqualTo("POSTED");
        RestUser.Answer entry = simba.as("accountant")
                .get("/api/v1/journal-entries/" + posted.path("entryId").asString())
                .expect(200);
        assertThat(entry.text()).contains("183.50", "234", "409-01");
        assertThat(entry.body().path("narration").asString())
                .as("the claim's number, and no name that would stand in the books for ever")
                .isEqualTo(posted.path("number").asString() + ": " + PURPOSE);
        toldWhoseTheyAre(posted.path("claimant").asString());
        assertThat(simba.as("auditor")
                        .get("/api/v1/audit-trail?record=" + id + "&limit=100")
                        .text())
                .contains(
                        "expense-claim-begun",
                        "expense-claim-changed",
                        "expense-claim-sent",
                        "expense-claim-returned",
                        "expense-claim-approved",
                        "expense-claim-coded",
                        "expense-claim-posted");
        assertThat(simba.as("employee")
                        .post(ExpenseRecords.PATH + id + "/withdrawal", Map.of("reason", "Too late"))
                        .expect(422)
                        .text())
                .contains("expense.ended");
    }

    /** The trail names by their ids who was linked to which partner, in the history of either. */
    private void toldWhoseTheyAre(String claimant) {
        JsonNode line = simba.as("auditor")
                .get("/api/v1/audit-trail?field=party-id&kind=user&record=" + claimant)
                .expect(200)
                .body()
                .path("items")
                .path(0);
        assertThat(line.path("record").asString()).isEqualTo("expense.employee");
        assertThat(line.path("subject").path("id").asString()).isEqualTo(claimant);
        JsonNode change = line.path("changes").path(0);
        assertThat(change.path("field").asString()).isEqualTo("party-id");
        assertThat(simba.as("auditor")
                        .get("/api/v1/audit-trail?kind=user&record="
                                + change.path("after").asString())
                        .text())
                .contains("expense.employee", claimant);
    }

    @Test
    void aReceiptOutlivesItsRefusedLineAndADraftThatCameBackIsItsClaimants() {
        ExpenseRecords records = new ExpenseRecords(simba);
        String id = records.begun("Kept receipts");
        String claim = "/expenses/" + id;
        PageUser employee = PageUser.signIn(simba.url(), "employee", "employee");
        PageUser manager = PageUser.signIn(simba.url(), "manager", "manager");
        byte[] photo = "photo of a ticket".getBytes(StandardCharsets.UTF_8);
        String typed = "category=TRAVEL&description=Train&currency=PLN&paidBy=OWN&spentOn=" + ExpenseRecords.day();
        PageUser.Answer refused =
                employee.postFile(claim + "/lines?edition=0&gross=nothing&" + typed, "receipt", photo);
        assertThat(refused.status()).isEqualTo(422);
        Matcher kept =
                Pattern.compile("name=\"keptReceipt\" value=\"([0-9a-f]{64})\"").matcher(refused.text());
        assertThat(kept.find()).as("the form holds on to the receipt").isTrue();
        assertThat(refused.text()).contains("file.txt");
        assertThat(employee.get(claim).text()).contains("Receipts without an expense", "file.txt", kept.group(1));
        assertThat(employee.get(claim + "/lines/new?receipt=" + kept.group(1)).text())
                .contains("</html>", "file.txt");
        PageUser.Answer saved = employee.post(
                claim + "/lines?edition=0&gross=12&" + typed, Map.of("keptReceipt", List.of(kept.group(1))));
        assertThat(saved.status()).isEqualTo(302);
        assertThat(employee.get(claim).text())
                .contains("Train", "file.txt")
                .doesNotContain("Receipts without an expense");

        records.sent(id);
        String number = records.one("manager", id).path("number").asString();
        String task = records.task("manager", "Task_ApproveClaim", number);
        String line = records.one("manager", id).path("lines").get(0).path("id").asString();
        String receipt = "/lines/" + line + "/receipt";
        assertThat(manager.get(claim + receipt).bytes()).isEqualTo(photo);
        records.decided("manager", "Task_ApproveClaim", id, Map.of("outcome", "return", "comment", "Which day?"))
                .expect(200);
        for (String door : List.of("", receipt)) {
            assertThat(manager.get(claim + door).status()).isEqualTo(404);
            simba.as("manager").get(ExpenseRecords.PATH + id + door).expect(404);
            assertThat(employee.get(claim + door).status()).isEqualTo(200);
        }
        assertThat(simba.as("manager")
                        .get("/api/v1/expense-claims?text=Kept+receipts")
                        .text())
                .doesNotContain(id);
        assertThat(manager.get("/lists/expense-claims/export.csv").text()).doesNotContain("Kept receipts");
        PageUser.Answer decided = manager.get("/tasks/" + task);
        assertThat(decided.status()).as("what was decided is still told").isIn(200, 404);
        assertThat(decided.text()).doesNotContain("file.txt");
        records.sent(id);
        simba.as("manager").get(ExpenseRecords.PATH + id).expect(200);
        records.decided("manager", "Task_ApproveClaim", id, Map.of("outcome", "reject", "comment", "Private"))
                .expect(200);
        assertThat(records.one("employee", id).path("state").asString()).isEqualTo("REJECTED");
    }

    private void pages(String id) {
        PageUser employee = PageUser.signIn(simba.url(), "employee", "employee");
        assertThat(employee.get("/expenses?text=Trip+of+the+story").text()).contains(PURPOSE, "approved");
        assertThat(employee.get("/lists/expense-claims/export.csv").text()).contains(PURPOSE, "183,50");
        assertThat(employee.get("/expenses/" + id).text())
                .contains("</html>", "no receipt: The driver had none", "120 km", "withdrawal");
        assertThat(employee.get("/expenses/new").text()).contains("</html>", "firstDay");
        String line = simba.as("employee")
                .get(ExpenseRecords.PATH + id)
                .body()
                .path("lines")
                .get(0)
                .path("id")
                .asString();
        assertThat(employee.get("/expenses/" + id + "/lines/" + line).text()).contains("</html>", "45.50");
        for (String kind : List.of("EXPENSE", "MILEAGE", "PER_DIEM")) {
            assertThat(employee.get("/expenses/" + id + "/lines/new?kind=" + kind)
                            .text())
                    .contains("</html>", "category");
        }
        assertThat(simba.as("employee")
                        .get(ExpenseRecords.PATH + id + "/lines/" + line + "/receipt")
                        .expect(404)
                        .text()
                        .getBytes(StandardCharsets.UTF_8))
                .isNotEmpty();
        JsonNode task = simba.as("accountant")
                .get("/api/v1/tasks?view=all&state=open&limit=200")
                .body()
                .path("items");
        for (JsonNode item : task) {
            if (item.toString().contains(PURPOSE)) {
                PageUser accountant = PageUser.signIn(simba.url(), "accountant", "accountant");
                assertThat(accountant
                                .get("/tasks/" + item.path("id").asString())
                                .text())
                        .contains("</html>", "409-01", "postingDate", "Code expenses");
            }
        }
    }
}
