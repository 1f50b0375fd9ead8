package io.simbaerp.story;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a company changes of how it works: a layout of its statements, a model, the limit of entries by hand. */
public final class ChangedRules {

    private static final String MODEL = "/processes/PaymentRunApproval/PaymentRunApproval.bpmn";
    private static final String LAYOUTS = "/reports/layouts";

    private final Simba simba;

    /** In the company of those people. */
    public ChangedRules(Simba simba) {
        this.simba = simba;
    }

    /** Makes one of each; afterwards entries have no limit and no model is proposed. */
    void make() throws IOException {
        layout();
        propose();
    }

    /** A model and entries above the limit, as they are proposed. */
    public void propose() throws IOException {
        model();
        entryAboveTheLimit();
    }

    private void layout() {
        PageUser admin = PageUser.signIn(simba.url(), "admin", "admin");
        String layout = admin.get(LAYOUTS + "/export.csv?layout=ifrs").text();
        PageUser.Answer saved = admin.post(
                LAYOUTS + "/import/now",
                Map.of(
                        "layout",
                        List.of("ifrs"),
                        "version",
                        List.of("0"),
                        "content",
                        List.of(layout.replace("Inventories", "Stocks"))));
        if (saved.status() != 302) {
            throw new AssertionError("The layout was not saved: " + saved.status() + " " + saved.text());
        }
    }

    private void model() throws IOException {
        try (InputStream model = ChangedRules.class.getResourceAsStream(MODEL)) {
            Map<String, String> proposal = Map.of(
                    "content", new String(model.readAllBytes(), StandardCharsets.UTF_8), "reason", "Nazwa zadania");
            RestUser admin = simba.as("admin");
            String version = admin.post("/api/v1/models", proposal).expect(201).get("id");
            admin.post("/api/v1/models/" + version + "/withdrawal", Map.of()).expect(200);
        }
    }

    private void entryAboveTheLimit() {
        RestUser admin = simba.as("admin");
        admin.ask("PUT", "/api/v1/book-policy/entry-limit", "{\"amount\":{\"amount\":\"10.00\"}}")
                .expect(400);
        admin.ask("PUT", "/api/v1/book-policy/entry-limit", "{\"amount\":{\"amount\":\"10.00\",\"currency\":\"PLN\"}}")
                .expect(200);
        proposed("limit-1");
        proposed("limit-2");
        admin.ask("PUT", "/api/v1/book-policy/entry-limit", "{\"amount\":null}").expect(200);
        simba.runDueJobs();
        decide("return");
        simba.runDueJobs();
        decide("reject");
        simba.runDueJobs();
    }

    private String proposed(String key) {
        return simba.as("accountant")
                .ask(
                        "POST",
                        "/api/v1/entry-proposals",
                        "{\"journal\":\"PK\",\"postingDate\":\"2026-11-16\",\"narration\":\"Ponad limit\","
                                + "\"documentNumber\":\"" + key + "\",\"lines\":["
                                + "{\"account\":\"100-01\",\"debit\":{\"amount\":\"731.19\",\"currency\":\"PLN\"}},"
                                + "{\"account\":\"130-01\",\"credit\":{\"amount\":\"731.19\",\"currency\":\"PLN\"}}]}",
                        "Idempotency-Key",
                        key)
                .expect(201)
                .get("id");
    }

    /** One of the entries that wait is decided by the manager. */
    private void decide(String outcome) {
        JsonNode tasks = simba.as("manager")
                .get("/api/v1/tasks?view=all&state=open&limit=200")
                .expect(200)
                .body()
                .path("items");
        for (JsonNode task : tasks) {
            if (task.path("key").asString().equals("Task_ApproveEntry")) {
                simba.as("manager")
                        .post(
                                "/api/v1/tasks/" + task.path("id").asString() + "/complete",
                                Map.of(
                                        "outcome",
                                        outcome,
                                        "comment",
                                        "Bez podstawy",
                                        "contentHash",
                                        task.path("contentHash").asString()))
                        .expect(200);
                return;
            }
        }
        throw new AssertionError("The manager sees no entry to approve in " + tasks);
    }
}
