package io.simbaerp.bench;

import io.simbaerp.story.InvoiceXml;
import io.simbaerp.story.RestUser;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Real tasks of real invoices, claimed and completed through REST by the accountant of the demo. */
final class TaskSteps {

    private final RestUser accountant;
    private int number;

    private TaskSteps(RestUser accountant) {
        this.accountant = accountant;
    }

    /** Milliseconds, sorted. */
    record Times(double[] claim, double[] complete) {}

    /** The supplier is taken in by the first invoice. */
    static TaskSteps begin(String base) {
        TaskSteps steps = new TaskSteps(RestUser.signIn(base, "accountant", "accountant"));
        String first = steps.receive();
        steps.task(first);
        steps.accountant.carryForward(first);
        steps.take(40);
        return steps;
    }

    Times take(int documents) {
        double[] claim = new double[documents];
        double[] complete = new double[documents];
        for (int n = 0; n < documents; n++) {
            JsonNode task = task(receive());
            String path = "/api/v1/tasks/" + task.path("id").asString();
            Map<String, Object> decision = new HashMap<>();
            decision.put("outcome", task.path("outcomes").get(0).asString());
            if (task.path("contentHash").isString()) {
                decision.put("contentHash", task.path("contentHash").asString());
            }
            long start = System.nanoTime();
            accountant.post(path + "/claim", Map.of()).expect(200);
            long between = System.nanoTime();
            accountant.post(path + "/complete", decision).expect(200);
            claim[n] = (between - start) / 1e6;
            complete[n] = (System.nanoTime() - between) / 1e6;
        }
        Arrays.sort(claim);
        Arrays.sort(complete);
        return new Times(claim, complete);
    }

    private String receive() {
        number++;
        InvoiceXml invoice = InvoiceXml.numbered("TASKS/" + number + "/2026").line("Transport", "100.00", "23");
        return accountant
                .upload(invoice.bytes(), "tasks-" + number + ".xml", "")
                .expect(201)
                .get("id");
    }

    /** On the desk as soon as the process reached it. */
    private JsonNode task(String document) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (System.nanoTime() < deadline) {
            JsonNode items = accountant
                    .get("/api/v1/tasks?view=all&state=open&document=" + document)
                    .expect(200)
                    .body()
                    .path("items");
            if (!items.isEmpty()) {
                return items.get(0);
            }
            LockSupport.parkNanos(5_000_000);
        }
        throw new IllegalStateException("Nothing is to be done about " + document);
    }
}
