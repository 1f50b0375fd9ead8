package io.simbaerp.story;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Policies as people write, review and read them over REST. */
final class ControlledRecords {

    static final String PATH = "/api/v1/controlled-documents/";

    private final Simba simba;

    ControlledRecords(Simba simba) {
        this.simba = simba;
    }

    /** One of each kind of record. */
    void make() {
        String policy = published("Records of policies", "Say **what** is done.");
        JsonNode newest = one("accountant", policy).path("versions").get(0);
        simba.as("personnel").post(PATH + policy + "/reminders", Map.of()).expect(200);
        read("accountant", policy, newest.path("id").asString()).expect(200);
        simba.as("personnel")
                .post(PATH + policy + "/withdrawal", Map.of("reason", "A try"))
                .expect(200);
    }

    /** Written by personnel, approved by the director, to be read by accountants: its id. */
    String published(String title, String body) {
        String id = written(title, body);
        submitted(id);
        decided("director", title, "approve", null).expect(200);
        return id;
    }

    String written(String title, String body) {
        Map<String, Object> draft = new HashMap<>(
                Map.of("title", title, "kind", "POLICY", "body", body, "readers", java.util.List.of("accountant")));
        draft.put("readWithinDays", 7);
        draft.put("reviewMonths", 12);
        return simba.as("personnel")
                .post(PATH.substring(0, PATH.length() - 1), draft)
                .expect(201)
                .get("id");
    }

    void submitted(String id) {
        int edition =
                one("personnel", id).path("versions").get(0).path("edition").asInt();
        simba.as("personnel")
                .post(PATH + id + "/submission", Map.of("edition", edition))
                .expect(200);
        simba.runDueJobs();
    }

    RestUser.Answer decided(String person, String title, String outcome, String comment) {
        JsonNode items = simba.as(person)
                .get("/api/v1/tasks?view=all&state=open&limit=200")
                .expect(200)
                .body()
                .path("items");
        String task = StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("key").asString().equals("Task_ReviewText")
                        && item.toString().contains(title))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        Map<String, Object> decision = new HashMap<>(Map.of("outcome", outcome));
        if (comment != null) {
            decision.put("comment", comment);
        }
        RestUser.Answer answer = simba.as(person).post("/api/v1/tasks/" + task + "/complete", decision);
        simba.runDueJobs();
        return answer;
    }

    JsonNode one(String person, String id) {
        return simba.as(person).get(PATH + id).expect(200).body();
    }

    RestUser.Answer read(String person, String id, String version) {
        return simba.as(person).post(PATH + id + "/versions/" + version + "/acknowledgement", Map.of());
    }
}
