package io.simbaerp.packaged;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * Documents are handed in by several clients at once, the program is killed in the middle, and then everything that got
 * an answer must be there once and nothing twice.
 */
public final class KilledUploads {

    private static final int CLIENTS = 3;

    private final Path data;
    private final int uploads;
    private final int killAfter;
    private final Map<Integer, String> answered = new ConcurrentHashMap<>();

    /** @param killAfter how many answers to wait for before the kill */
    public KilledUploads(Path data, int uploads, int killAfter) {
        this.data = data;
        this.uploads = uploads;
        this.killAfter = killAfter;
    }

    /**
     * What was found after the restart.
     *
     * @param answered handed in and answered before the kill
     * @param lost answered and not there, or there with other bytes
     * @param doubled contents that are there more than once
     * @param unfinished documents nobody took up again
     * @param handedInAgain contents handed in a second time that made a second document
     */
    public record Result(
            int answered,
            List<String> lost,
            List<String> doubled,
            List<String> unfinished,
            List<String> handedInAgain) {}

    public Result run() throws Exception {
        try (PackagedApplication first = PackagedApplication.start(data)) {
            uploadUntilKilled(first);
        }
        try (PackagedApplication second = PackagedApplication.start(data)) {
            return inspect(second.rest().signIn("accountant"));
        }
    }

    private void uploadUntilKilled(PackagedApplication application) throws Exception {
        CountDownLatch enough = new CountDownLatch(killAfter);
        AtomicInteger next = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            Rest rest = application.rest().signIn("accountant");
            clients.submit(() -> upload(rest, next, enough));
        }
        boolean reached = enough.await(3, TimeUnit.MINUTES);
        application.kill();
        clients.shutdownNow();
        clients.awaitTermination(1, TimeUnit.MINUTES);
        if (!reached) {
            throw new IllegalStateException("Only " + answered.size() + " answers:\n" + application.output());
        }
    }

    private void upload(Rest rest, AtomicInteger next, CountDownLatch enough) {
        for (int number = next.getAndIncrement(); number < uploads; number = next.getAndIncrement()) {
            try {
                Rest.Answer answer = rest.upload(name(number), content(number));
                if (answer.status() == 201) {
                    answered.put(number, answer.json().get("id").asString());
                    enough.countDown();
                }
            } catch (IOException e) {
                return; // killed: no answer, no promise
            }
        }
    }

    private Result inspect(Rest rest) throws Exception {
        List<String> lost = new ArrayList<>();
        for (Map.Entry<Integer, String> each : answered.entrySet()) {
            Rest.Answer original = rest.get("/api/v1/documents/" + each.getValue() + "/original");
            if (original.status() != 200 || !same(original.body(), content(each.getKey()))) {
                lost.add(name(each.getKey()) + ": " + original.status());
            }
        }
        List<String> unfinished = waitUntilFinished(rest);
        List<String> doubled = doubled(rest);
        List<String> again = new ArrayList<>();
        for (int number = 0; number < uploads; number++) {
            Rest.Answer answer = rest.upload(name(number), content(number));
            String first = answered.get(number);
            boolean repeat =
                    answer.status() == 200 && answer.json().get("id").asString().equals(first);
            if (first != null && !repeat) {
                again.add(name(number) + ": " + answer.status() + " " + answer.json());
            }
        }
        doubled.addAll(doubled(rest));
        return new Result(answered.size(), lost, doubled, unfinished, again);
    }

    /** Everything committed as received is taken up at start and every minute; a number shows that it is registered. */
    private static List<String> waitUntilFinished(Rest rest) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(150));
        List<String> unfinished = List.of("not asked");
        while (!unfinished.isEmpty() && Instant.now().isBefore(end)) {
            unfinished = all(rest).stream()
                    .filter(document -> !document.hasNonNull("number"))
                    .map(JsonNode::toString)
                    .toList();
            Thread.sleep(500);
        }
        return unfinished;
    }

    private List<String> doubled(Rest rest) throws IOException {
        Map<String, Integer> count = new HashMap<>();
        for (JsonNode document : all(rest)) {
            Rest.Answer original =
                    rest.get("/api/v1/documents/" + document.get("id").asString() + "/original");
            count.merge(new String(original.body(), StandardCharsets.UTF_8), 1, Integer::sum);
        }
        List<String> doubled = new ArrayList<>();
        for (int number = 0; number < uploads; number++) {
            if (count.getOrDefault(new String(content(number), StandardCharsets.UTF_8), 0) > 1) {
                doubled.add(name(number));
            }
        }
        return doubled;
    }

    private static List<JsonNode> all(Rest rest) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        String path = "/api/v1/documents?limit=100";
        while (true) {
            JsonNode page = rest.get(path).json();
            page.get("items").forEach(all::add);
            if (!page.hasNonNull("next")) {
                return all;
            }
            path = "/api/v1/documents?limit=100&after=" + page.get("next").asString();
        }
    }

    private static boolean same(byte[] one, byte[] other) {
        return java.util.Arrays.equals(one, other);
    }

    /** E-invoices and plain texts by turns, so that both ways through the house are killed. */
    private static byte[] content(int number) {
        String text = number % 2 == 0
                ? SampleInvoice.ubl("KILL/" + number)
                : "Letter number " + number + "\n" + "x".repeat(20_000);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String name(int number) {
        return number % 2 == 0 ? "invoice-" + number + ".xml" : "letter-" + number + ".txt";
    }
}
