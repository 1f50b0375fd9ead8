package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What becomes of a posted invoice until the bank has the order to pay it. */
@StoryTest
class PaymentStory {

    private static final String FIRST = "PL61109010140000071219812874";

    @Autowired
    Simba simba;

    @Test
    void aPostedInvoiceIsPaidByAFileASecondPersonApproved() {
        String document =
                posted(supplied("Bednarz", "9990066011", "PAYS/1/2026").line("Beczki", "1000.00", "23"));
        confirmAccount("Bednarz");

        JsonNode run = propose("PLN");
        assertThat(run.path("state").asString()).isEqualTo("PROPOSED");
        assertThat(run.path("number").asString()).matches("PAY/\\d{4}/\\d{6}");
        JsonNode order = orderOf(run, document);
        assertThat(order.path("amount").path("amount").asString()).isEqualTo("1230.00");
        assertThat(order.path("iban").asString()).isEqualTo(FIRST);

        String id = run.path("id").asString();
        post("treasurer", "/api/v1/payment-runs/" + id + "/send", Map.of()).expect(200);
        simba.runDueJobs();
        decide("manager", id, Map.of("outcome", "approve")).expect(200);

        JsonNode released = get(id);
        assertThat(released.path("state").asString()).isEqualTo("RELEASED");
        String file = new String(
                simba.as("treasurer").download("/api/v1/payment-runs/" + id + "/file"), StandardCharsets.UTF_8);
        assertThat(file).contains("pain.001.001.09", "1230.00", "PAYS/1/2026", FIRST);
        assertThat(simba.timelineOf(document)).contains("payment-run-released");
    }

    private InvoiceXml supplied(String supplier, String taxId, String number) {
        return InvoiceXml.numbered(number).from(supplier, taxId);
    }

    private String posted(InvoiceXml invoice) {
        String document = simba.receive(invoice);
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
        return document;
    }

    /** The treasurer confirms every account of the supplier that waits. */
    private void confirmAccount(String supplier) {
        JsonNode party = simba.as("treasurer")
                .get("/api/v1/parties?text=" + supplier)
                .expect(200)
                .body()
                .path("items")
                .get(0);
        for (JsonNode account : party.path("accounts")) {
            if (!account.path("confirmed").asBoolean()) {
                post(
                                "treasurer",
                                "/api/v1/parties/" + party.path("id").asString() + "/accounts/"
                                        + account.path("id").asString() + "/confirm",
                                Map.of())
                        .expect(200);
            }
        }
    }

    private JsonNode propose(String currency) {
        return post(
                        "treasurer",
                        "/api/v1/payment-runs",
                        Map.of("dueUntil", "2026-12-31", "accountId", ownAccount(currency)))
                .expect(201)
                .body();
    }

    private String ownAccount(String currency) {
        for (JsonNode account : simba.as("treasurer")
                .get("/api/v1/bank-accounts")
                .expect(200)
                .body()
                .path("items")) {
            if (account.path("currency").asString().equals(currency)) {
                return account.path("id").asString();
            }
        }
        throw new AssertionError("No account in " + currency);
    }

    private RestUser.Answer decide(String person, String run, Map<String, ?> decision) {
        JsonNode task = tasksOf(person, get(run).path("number").asString()).get(0);
        RestUser.Answer answer = post(person, "/api/v1/tasks/" + task.path("id").asString() + "/complete", decision);
        simba.runDueJobs();
        return answer;
    }

    private List<JsonNode> tasksOf(String person, String number) {
        JsonNode items = simba.as(person)
                .get("/api/v1/tasks?view=all&state=open&limit=200")
                .expect(200)
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(task -> task.path("key").asString().equals("Task_ApprovePayment"))
                .filter(task -> task.path("documentNumber").asString().equals(number))
                .toList();
    }

    private JsonNode get(String run) {
        return simba.as("treasurer")
                .get("/api/v1/payment-runs/" + run)
                .expect(200)
                .body();
    }

    private RestUser.Answer post(String person, String path, Map<String, ?> body) {
        return simba.as(person).post(path, body);
    }

    private static JsonNode orderOf(JsonNode run, String document) {
        return StreamSupport.stream(run.path("orders").spliterator(), false)
                .filter(order -> StreamSupport.stream(order.path("items").spliterator(), false)
                        .anyMatch(item -> item.path("documentId").asString().equals(document)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not ordered: " + run));
    }
}
