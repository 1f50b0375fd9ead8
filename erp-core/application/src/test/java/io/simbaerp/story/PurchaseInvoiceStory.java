package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What becomes of an e-invoice, from receipt to the ledger. */
@StoryTest
class PurchaseInvoiceStory {

    @Autowired
    Simba simba;

    @Autowired
    TestDatabase database;

    @Test
    void anInvoiceGoesFromReceiptToTheLedger() {
        BigDecimal before = closing("202");
        InvoiceXml invoice = InvoiceXml.numbered("STORY/1/2026").line("Transport krajowy", "1254.21", "23");
        String document = simba.receive(invoice);
        assertThat(simba.as("accountant").get("/api/v1/documents/" + document).get("number"))
                .matches("DOC/2026/\\d{6}");

        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        JsonNode approval = simba.taskOf("manager", document);
        assertThat(approval.path("key").asString()).isEqualTo("Task_ApproveInvoice");
        assertThat(approval.path("contentHash").asString()).hasSize(64);
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);

        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
        assertThat(closing("202").subtract(before)).isEqualByComparingTo("-1542.68");
        assertThat(simba.timelineOf(document))
                .containsSubsequence(
                        "document-received",
                        "document-registered",
                        "purchase-invoice-received",
                        "purchase-invoice-coded",
                        "approval-given",
                        "journal-entry-posted",
                        "purchase-invoice-posted");
        byte[] original = simba.as("accountant").download("/api/v1/documents/" + document + "/original");
        assertThat(original).isEqualTo(invoice.bytes());
    }

    @Test
    void thePostedEntryIsBalancedNumberedAndLinked() {
        String document = posted(InvoiceXml.numbered("STORY/2/2026").line("Paliwo", "100.00", "23"));
        String link = entryLink(document);
        JsonNode entry = simba.as("accountant")
                .get("/api/v1/journal-entries/" + link)
                .expect(200)
                .body();
        BigDecimal balance = BigDecimal.ZERO;
        for (JsonNode line : entry.path("lines")) {
            balance = balance.add(amountOf(line.path("debit"))).subtract(amountOf(line.path("credit")));
        }
        assertThat(balance).isEqualByComparingTo("0");
        assertThat(entry.path("number").asString()).matches("ZK/2026/\\d+");
    }

    @Test
    void aRejectedInvoicePostsNothingAndDoesNotBlockItsSuccessor() {
        InvoiceXml invoice = InvoiceXml.numbered("STORY/3/2026").line("Reklama", "517.31", "23");
        String document = simba.receive(invoice);
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        simba.decide("manager", document, Map.of("outcome", "reject")).expect(422);
        simba.decide("manager", document, Map.of("outcome", "reject", "comment", "Not ordered"))
                .expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("REJECTED");
        assertThat(simba.timelineOf(document)).doesNotContain("journal-entry-posted");

        String successor =
                simba.receive(InvoiceXml.numbered("STORY/3/2026").line("Reklama po korekcie", "517.31", "23"));
        assertThat(simba.taskOf("accountant", successor).path("key").asString()).isEqualTo("Task_CodeInvoice");
    }

    @Test
    void aReturnedInvoiceIsRecodedAndApprovedAnew() {
        String document = simba.receive(InvoiceXml.numbered("STORY/4/2026").line("Usługa", "200.00", "23"));
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        String firstHash = simba.taskOf("manager", document).path("contentHash").asString();
        simba.decide("manager", document, Map.of("outcome", "return", "comment", "Cost centre 200, please"))
                .expect(200);
        Map<String, Object> coding = Map.of(
                "lines",
                List.of(Map.of(
                        "line", "1", "account", "402-03", "costCentre", "200", "taxCode", "Z23", "net", "200.00")));
        simba.decide("accountant", document, Map.of("outcome", "send", "coding", coding))
                .expect(200);
        assertThat(simba.taskOf("manager", document).path("contentHash").asString())
                .isNotEqualTo(firstHash);
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
    }

    @Test
    void aboveTheLimitTheDirectorIsAskedToo() {
        String document = simba.receive(InvoiceXml.numbered("STORY/5/2026").line("Serwer", "30000.00", "23"));
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("IN_PROCESS");
        assertThat(simba.tasksOf("manager", document)).isEmpty();
        simba.decide("director", document, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
    }

    @Test
    void whatChangedAfterApprovalIsNotPosted() throws SQLException {
        String document = simba.receive(InvoiceXml.numbered("STORY/11/2026").line("Drukarka", "700.00", "23"));
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        JsonNode approval = simba.taskOf("manager", document);
        simba.as("manager")
                .post(
                        "/api/v1/tasks/" + approval.path("id").asString() + "/complete",
                        Map.of(
                                "outcome",
                                "approve",
                                "contentHash",
                                approval.path("contentHash").asString()))
                .expect(200);
        tamper(document);
        simba.runDueJobs();

        assertThat(simba.stateOf(document)).isEqualTo("IN_PROCESS");
        assertThat(simba.timelineOf(document)).doesNotContain("journal-entry-posted");
        assertThat(simba.taskOf("accountant", document).path("key").asString()).isEqualTo("Task_CodeInvoice");
    }

    /** Changes the account to pay to behind everybody's back, as the application's own role could. */
    private void tamper(String document) throws SQLException {
        try (Connection connection = database.connect(TestDatabase.APPLICATION);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('simba.company', company_id::text, true) from company.directory");
            assertThat(statement.executeUpdate("update invoice.purchase_invoice set payee_account ="
                            + " 'PL27114020040000300201355387' where document_id = '" + document + "'"))
                    .isEqualTo(1);
            connection.commit();
        }
    }

    @Test
    void aProbableDuplicateWaitsForAPerson() {
        posted(InvoiceXml.numbered("STORY/6/2026").line("Meble", "321.00", "23"));
        String second = simba.receive(InvoiceXml.numbered("STORY-6-2026").line("Meble biurowe", "321.00", "23"));
        JsonNode task = simba.taskOf("accountant", second);
        assertThat(task.path("key").asString()).isEqualTo("Task_DecideDuplicate");
        simba.decide("accountant", second, Map.of("outcome", "duplicate", "comment", "The same once more"))
                .expect(200);
        assertThat(simba.stateOf(second)).isEqualTo("REJECTED");
        assertThat(PageUser.signIn(simba.url(), "manager", "manager")
                        .get("/documents/" + second)
                        .text())
                .contains("Rejected: The same once more");
    }

    @Test
    void anInvoiceInForeignCurrencyWithoutARateWaitsForOne() {
        String document =
                simba.receive(InvoiceXml.numbered("STORY/7/2026").in("AUD").line("Licencja", "1000.00", "23"));
        JsonNode task = questionOf(document, "Task_ProvideRate");
        simba.as("accountant")
                .post("/api/v1/tasks/" + task.path("id").asString() + "/complete", Map.of("outcome", "rate-added"))
                .expect(422);
        simba.as("accountant")
                .post(
                        "/api/v1/exchange-rates",
                        Map.of(
                                "currency", "AUD",
                                "date", "2026-11-13",
                                "mid", "2.5125",
                                "table", "220/A/NBP/2026",
                                "source", "NBP"))
                .expect(201);
        simba.decide("accountant", document, Map.of("outcome", "rate-added")).expect(200);
        BigDecimal before = closing("202");
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
        assertThat(closing("202").subtract(before)).isEqualByComparingTo("-3090.38");
    }

    @Test
    void aCreditNoteLeavesACreditItem() {
        BigDecimal before = closing("202");
        String document =
                posted(InvoiceXml.numbered("STORY/8/2026").creditNote().line("Zwrot", "100.00", "23"));
        assertThat(simba.as("accountant").get("/api/v1/documents/" + document).get("kind"))
                .isEqualTo("credit-note");
        assertThat(closing("202").subtract(before)).isEqualByComparingTo("123.00");
    }

    @Test
    void whoCodedAnInvoiceNeverApprovesIt() {
        String document = simba.receive(InvoiceXml.numbered("STORY/9/2026").line("Szkolenie", "80.00", "23"));
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        assertThat(simba.tasksOf("accountant", document)).isEmpty();
        JsonNode task = simba.taskOf("manager", document);
        simba.as("accountant")
                .post("/api/v1/tasks/" + task.path("id").asString() + "/complete", Map.of("outcome", "approve"))
                .expect(404);
    }

    @Test
    void aBuyerThatIsNotUsIsAQuestion() {
        String document = simba.receive(
                InvoiceXml.numbered("STORY/10/2026").to("9990078901").line("Obce", "10.00", "23"));
        JsonNode task = simba.taskOf("accountant", document);
        assertThat(task.path("key").asString()).isEqualTo("Task_DecideBuyer");
        assertThat(task.path("outcomes").get(0).asString()).isEqualTo("ours");
    }

    private String posted(InvoiceXml invoice) {
        String document = simba.receive(invoice);
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
        return document;
    }

    /** The journal entry's id, out of the link in the document's timeline. */
    private String entryLink(String document) {
        for (JsonNode step : simba.as("accountant")
                .get("/api/v1/documents/" + document + "/timeline")
                .body()) {
            if (step.path("event").asString().equals("journal-entry-posted")) {
                String link = step.path("link").asString();
                return UUID.fromString(link.substring(link.lastIndexOf('/') + 1))
                        .toString();
            }
        }
        throw new AssertionError("No entry in the timeline");
    }

    private static BigDecimal amountOf(JsonNode money) {
        return money.isObject() ? new BigDecimal(money.path("amount").asString()) : BigDecimal.ZERO;
    }

    /** Answers questions until this one is asked. */
    private JsonNode questionOf(String document, String key) {
        for (int questions = 0; questions < 6; questions++) {
            JsonNode task = simba.taskOf("accountant", document);
            if (task.path("key").asString().equals(key)) {
                return task;
            }
            simba.decide(
                            "accountant",
                            document,
                            Map.of("outcome", task.path("outcomes").get(0).asString()))
                    .expect(200);
        }
        throw new AssertionError(key + " is never asked");
    }

    /** The closing balance of all accounts that begin with this number: debit positive. */
    private BigDecimal closing(String account) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode row : simba.as("accountant")
                .get("/api/v1/reports/trial-balance?from=2026-01-01&to=2026-12-31")
                .expect(200)
                .body()
                .path("rows")) {
            if (row.path("account").asString().startsWith(account)) {
                sum = sum.add(new BigDecimal(row.path("closing").path("amount").asString()));
            }
        }
        return sum;
    }
}
