package io.simbaerp.fuzz;

import io.simbaerp.story.PageUser;
import io.simbaerp.story.RestUser;
import io.simbaerp.walls.DoorInput;
import io.simbaerp.walls.DoorInput.Place;
import io.simbaerp.walls.Doors.Door;
import io.simbaerp.walls.Doors.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends files to doors, two at a time, with every field the door insists on, so that only the file can be what is wrong. */
final class HostileRequests implements AutoCloseable {

    private static final int AT_ONCE = 2;
    private static final Map<String, String> FIELDS = Map.of(
            "layout", "pl",
            "period", "2026-11",
            "reason", "Hostile",
            "title", "Hostile",
            "kind", "POLICY",
            "category", "PARKING",
            "description", "Hostile",
            "spentOn", "2026-11-18");

    /** What a door said to a file. */
    record Answered(String file, int status, String text, boolean json, Duration took) {

        boolean isRefused() {
            return status >= 400;
        }

        /** A rule and its sentence; a page shows it at its form, above what it found, or as an error page. */
        boolean saysWhy() {
            return json
                    ? text.contains("\"rule\":\"") && text.contains("\"detail\":\"")
                    : text.contains("data-problem")
                            || text.contains("class=\"note bad\"")
                            || text.contains("empty-page");
        }
    }

    private final ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
    private final RestUser rest;
    private final PageUser session;
    private final String claim;
    private final String controlled;

    /** As somebody who may do everything; a claim and a controlled document are made for the doors that ask for one. */
    HostileRequests(RestUser rest, PageUser session) {
        this.rest = rest;
        this.session = session;
        this.claim = rest.post(
                        "/api/v1/expense-claims",
                        Map.of("purpose", "Hostile receipts", "firstDay", "2026-11-18", "lastDay", "2026-11-18"))
                .expect(201)
                .get("id");
        this.controlled = rest.post(
                        "/api/v1/controlled-documents",
                        Map.of("title", "Hostile", "kind", "POLICY", "body", "Text", "readers", List.of()))
                .expect(201)
                .get("id");
    }

    static boolean takesAFile(Door door) {
        return door.inputs().stream()
                        .anyMatch(input -> input.place() == Place.FILE
                                || input.place() == Place.BODY && input.type() == byte[].class)
                || isStream(door);
    }

    /** The stream answers a line for a line; our client reads none of it before it has sent all, and both would wait. */
    static boolean isStream(Door door) {
        return door.consumes().contains("application/x-ndjson");
    }

    List<Answered> ask(Door door, Map<String, byte[]> files) {
        String path = path(door);
        List<Future<Answered>> sent = new ArrayList<>();
        files.forEach((name, content) -> sent.add(senders.submit(() -> asked(door, path, name, content))));
        List<Answered> answers = new ArrayList<>();
        for (Future<Answered> one : sent) {
            try {
                answers.add(one.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException e) {
                throw new AssertionError(door + " gave no answer", e);
            }
        }
        return answers;
    }

    private Answered asked(Door door, String path, String name, byte[] content) {
        Instant before = Instant.now();
        String part = door.inputs().stream()
                .filter(input -> input.place() == Place.FILE)
                .map(DoorInput::name)
                .findFirst()
                .orElse("");
        if (door.kind() != Kind.REST) {
            PageUser.Answer answer = session.postFile(path, part, content);
            return new Answered(name, answer.status(), answer.text(), false, Duration.between(before, Instant.now()));
        }
        String type = door.consumes().isEmpty()
                ? "application/octet-stream"
                : door.consumes().get(0);
        RestUser.Answer answer = part.isEmpty() ? rest.body(path, content, type) : rest.part(path, part, content, name);
        return new Answered(name, answer.status(), answer.text(), true, Duration.between(before, Instant.now()));
    }

    private String path(Door door) {
        Map<String, String> variables = new TreeMap<>();
        String record = door.pattern().contains("controlled") ? controlled : claim;
        door.variables().forEach(name -> variables.put(name, record));
        List<String> query = new ArrayList<>();
        for (DoorInput input : door.inputs()) {
            String value = FIELDS.get(input.name());
            if (value != null && (input.place() == Place.QUERY || input.place() == Place.FORM)) {
                query.add(input.name() + "=" + value);
            }
        }
        return door.at(variables) + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    @Override
    public void close() {
        senders.shutdownNow();
    }
}
