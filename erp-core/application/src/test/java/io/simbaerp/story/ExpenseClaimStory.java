package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
        assertThat(simba.as("accountant")
                        .get("/api/v1/journal-entries/" + posted.path("entryId").asString())
                        .expect(200)
                        .text())
                .contains("183.50", "234", "409-01");
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
