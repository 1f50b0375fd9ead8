package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.testing.Corpus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What stories about payment do over REST: post invoices, confirm accounts, propose, send and decide runs. */
public final class Treasury {

    private final Simba simba;

    public Treasury(Simba simba) {
        this.simba = simba;
    }

    /** Carries an invoice to the books and answers its document. */
    public String posted(InvoiceXml invoice) {
        return posted(simba.receive(invoice));
    }

    /** Carries a received invoice to the books. */
    public String posted(String document) {
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        if (simba.stateOf(document).equals("IN_PROCESS")) {
            simba.decide("director", document, Map.of("outcome", "approve")).expect(200);
        }
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
        return document;
    }

    public JsonNode party(String supplier) {
        return simba.as("treasurer")
                .get("/api/v1/parties?text=" + supplier)
                .expect(200)
                .body()
                .path("items")
                .get(0);
    }

    /** The treasurer confirms every account of the supplier that waits. */
    public void confirmAccounts(String supplier) {
        JsonNode party = party(supplier);
        for (JsonNode account : party.path("accounts")) {
            if (!account.path("confirmed").asBoolean()) {
                simba.as("treasurer")
                        .post(
                                "/api/v1/parties/" + party.path("id").asString() + "/accounts/"
                                        + account.path("id").asString() + "/confirm",
                                Map.of())
                        .expect(200);
            }
        }
    }

    public String ownAccount(String currency) {
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

    public JsonNode propose(String currency) {
        return simba.as("treasurer")
                .post("/api/v1/payment-runs", Map.of("dueUntil", "2026-12-31", "accountId", ownAccount(currency)))
                .expect(201)
                .body();
    }

    public JsonNode run(String id) {
        return simba.as("treasurer")
                .get("/api/v1/payment-runs/" + id)
                .expect(200)
                .body();
    }

    public RestUser.Answer move(String person, JsonNode run, String move, Map<String, ?> body) {
        return simba.as(person).post("/api/v1/payment-runs/" + run.path("id").asString() + "/" + move, body);
    }

    public void send(JsonNode run) {
        move("treasurer", run, "send", Map.of()).expect(200);
        simba.runDueJobs();
    }

    /** The approval task of a run as this person sees it; nothing if they don't. */
    public List<JsonNode> tasksOf(String person, JsonNode run) {
        JsonNode items = simba.as(person)
                .get("/api/v1/tasks?view=all&state=open&limit=200")
                .expect(200)
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(task -> task.path("key").asString().equals("Task_ApprovePayment"))
                .filter(task -> task.path("documentNumber")
                        .asString()
                        .equals(run.path("number").asString()))
                .toList();
    }

    public RestUser.Answer decide(String person, JsonNode run, Map<String, ?> decision) {
        RestUser.Answer answer = simba.as(person)
                .post("/api/v1/tasks/" + tasksOf(person, run).get(0).path("id").asString() + "/complete", decision);
        simba.runDueJobs();
        return answer;
    }

    public JsonNode approved(JsonNode run) {
        send(run);
        decide("manager", run, Map.of("outcome", "approve")).expect(200);
        return run(run.path("id").asString());
    }

    /** Ends a run, by another person if its file is released, so that its items are free for the stories after it. */
    public void cancel(JsonNode run) {
        boolean released =
                run(run.path("id").asString()).path("state").asString().equals("RELEASED");
        Map<String, ?> why = Map.of("reason", "The story ends", "confirmed", true);
        move(released ? "director" : "treasurer", run, released ? "cancel-released" : "cancel", why)
                .expect(200);
        simba.runDueJobs();
    }

    /** What the bank carried out of a debt, booked by hand from its statement and settled with the debt. */
    public void settle(String party, String item, String amount) {
        RestUser accountant = simba.as("accountant");
        String money = "{\"amount\":\"" + amount + "\",\"currency\":\"PLN\"}";
        accountant
                .ask(
                        "POST",
                        "/api/v1/journal-entries",
                        "{\"journal\":\"PK\",\"narration\":\"Paid by the bank\",\"lines\":[{\"account\":\"202\",\"debit\":"
                                + money
                                + ",\"partyId\":\"" + party + "\",\"dueDate\":\"2026-11-20\",\"openItem\":true},"
                                + "{\"account\":\"100-01\",\"credit\":" + money + "}]}",
                        "Idempotency-Key",
                        "bank " + item + amount)
                .expect(201);
        String paid = accountant
                .get("/api/v1/open-items?state=open&side=DEBIT&partyId=" + party)
                .expect(200)
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        String part = "{\"openItemId\":\"%s\",\"amount\":" + money + "}";
        accountant
                .ask(
                        "POST",
                        "/api/v1/settlements",
                        "{\"partyId\":\"" + party + "\",\"items\":[" + part.formatted(item) + "," + part.formatted(paid)
                                + "]}",
                        "Idempotency-Key",
                        "settled " + item + amount)
                .expect(201);
    }

    /** The file the bank gets, which the official schema takes wherever it is at hand. */
    public String file(JsonNode run) {
        Corpus.folder("bank-payments", "payment files of stories against the official schema")
                .ifPresent(schema -> assertThat(run(run.path("id").asString())
                                .path("file")
                                .path("schemaChecked")
                                .asBoolean())
                        .as("checked against the official schema")
                        .isTrue());
        return new String(
                simba.as("treasurer")
                        .download("/api/v1/payment-runs/" + run.path("id").asString() + "/file"),
                StandardCharsets.UTF_8);
    }

    /** The order that settles this document. */
    public static JsonNode orderOf(JsonNode run, String document) {
        return StreamSupport.stream(run.path("orders").spliterator(), false)
                .filter(order -> StreamSupport.stream(order.path("items").spliterator(), false)
                        .anyMatch(item -> item.path("documentId").asString().equals(document)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not ordered: " + run));
    }

    /** What is blocked of this document. */
    public static JsonNode blockedOf(JsonNode run, String document) {
        return StreamSupport.stream(run.path("blocked").spliterator(), false)
                .filter(item -> item.path("documentId").asString().equals(document))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not blocked: " + run));
    }
}
