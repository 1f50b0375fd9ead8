package io.simbaerp.browser;

import io.simbaerp.story.Simba;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Puts aside what other tests left on somebody's desk, so that the next task is this test's. */
final class Desks {

    private Desks() {}

    static void clear(Simba simba, String person) {
        for (int left = 0; left < 200; left++) {
            JsonNode items = simba.as(person)
                    .get("/api/v1/tasks?view=mine&state=open&limit=1")
                    .expect(200)
                    .body()
                    .path("items");
            if (items.isEmpty()) {
                return;
            }
            JsonNode task = items.get(0);
            String last =
                    task.path("outcomes").get(task.path("outcomes").size() - 1).asString();
            simba.as(person)
                    .post(
                            "/api/v1/tasks/" + task.path("id").asString() + "/complete",
                            Map.of("outcome", last, "comment", "put aside"))
                    .expect(200);
            simba.runDueJobs();
        }
        throw new AssertionError("The desk of " + person + " never empties");
    }
}
