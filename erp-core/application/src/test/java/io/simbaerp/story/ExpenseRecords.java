package io.simbaerp.story;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Expenses as people claim, approve and code them over REST. */
final class ExpenseRecords {

    static final String PATH = "/api/v1/expense-claims/";

    private final Simba simba;

    ExpenseRecords(Simba simba) {
        this.simba = simba;
    }

    /** A claim that was posted, and with it one of each kind of record. */
    void make() {
        String id = begun("Records of expenses");
        added(id, Map.of("category", "PARKING", "description", "Parking", "gross", "18.00", "currency", "PLN"));
        PageUser.signIn(simba.url(), "employee", "employee")
                .postFile("/expenses/" + id + "/lines", "receipt", "photo".getBytes(StandardCharsets.UTF_8));
        sent(id);
        decided("manager", "Task_ApproveClaim", id, Map.of("outcome", "approve"))
                .expect(200);
        decided("accountant", "Task_CodeClaim", id, coded(id)).expect(200);
    }

    /** Coded as its categories propose, on one cost centre. */
    Map<String, Object> coded(String id) {
        Map<String, Object> decision = new HashMap<>(Map.of("outcome", "post"));
        decision.put("coding", Map.of("postingDate", day()));
        return decision;
    }

    String begun(String purpose) {
        return simba.as("employee")
                .post(
                        PATH.substring(0, PATH.length() - 1),
                        Map.of("purpose", purpose, "firstDay", day(), "lastDay", day(), "costCentre", "200"))
                .expect(201)
                .get("id");
    }

    RestUser.Answer added(String id, Map<String, Object> line) {
        Map<String, Object> form = new HashMap<>(line);
        form.putIfAbsent("spentOn", day());
        form.put("edition", one("employee", id).path("edition").asInt());
        return simba.as("employee").post(PATH + id + "/lines", form);
    }

    void sent(String id) {
        int edition = one("employee", id).path("edition").asInt();
        simba.as("employee")
                .post(PATH + id + "/submission", Map.of("edition", edition))
                .expect(200);
        simba.runDueJobs();
    }

    RestUser.Answer decided(String person, String key, String id, Map<String, ?> decision) {
        String task = task(person, key, one(person, id).path("number").asString());
        RestUser.Answer answer = simba.as(person).post("/api/v1/tasks/" + task + "/complete", decision);
        simba.runDueJobs();
        return answer;
    }

    String task(String person, String key, String number) {
        JsonNode items = simba.as(person)
                .get("/api/v1/tasks?view=all&state=open&limit=200")
                .expect(200)
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("key").asString().equals(key)
                        && item.toString().contains(number))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    JsonNode one(String person, String id) {
        return simba.as(person).get(PATH + id).expect(200).body();
    }

    static String day() {
        return "2026-11-18";
    }
}
