package io.simbaerp.packaged;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Hands hostile files in at both doors for files and looks what becomes of each. */
public final class HostileUploads {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final String UNREAD = "unread";

    private final Rest rest;

    public HostileUploads(Rest rest) {
        this.rest = rest;
    }

    /**
     * What came of it.
     *
     * @param states how many documents ended in each state, or were answered with which status
     * @param wrong what hung, failed on our side, got lost, or was refused without a reason
     */
    public record Result(int files, Map<String, Integer> states, Duration slowest, List<String> wrong) {}

    public Result run() throws IOException, InterruptedException {
        Map<String, byte[]> files = new TreeMap<>(HostileFiles.all());
        HostileFiles.ofCorpus().forEach(files::putIfAbsent);
        Map<String, Integer> states = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        Duration slowest = Duration.ZERO;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            for (boolean keep : new boolean[] {true, false}) {
                Instant before = Instant.now();
                Rest.Answer answer = keep
                        ? rest.upload(file.getKey(), file.getValue())
                        : rest.validate(file.getKey(), file.getValue());
                Duration took = Duration.between(before, Instant.now());
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
                String what = (keep ? "upload " : "validate ") + file.getKey();
                if (took.compareTo(LONGEST) > 0) {
                    wrong.add(what + " took " + took.toMillis() + " ms");
                }
                states.merge(judge(what, answer, keep ? file.getValue() : null, wrong), 1, Integer::sum);
            }
        }
        return new Result(files.size(), states, slowest, wrong);
    }

    /** @param kept what must be there afterwards, byte for byte, or null */
    private String judge(String what, Rest.Answer answer, byte @Nullable [] kept, List<String> wrong)
            throws IOException, InterruptedException {
        if (answer.status() >= 500) {
            wrong.add(what + " failed: " + answer.status() + " " + answer.json());
            return "status " + answer.status();
        }
        if (answer.status() >= 400) {
            if (!answer.json().path("rule").isString()
                    || !answer.json().path("detail").isString()) {
                wrong.add(what + " was refused without a reason: " + answer.json());
            }
            return "status " + answer.status() + " "
                    + answer.json().path("rule").asString("");
        }
        if (kept == null) {
            return "judged";
        }
        String id = answer.json().path("id").asString();
        String state = settled(id);
        if (state.equals(UNREAD)) {
            wrong.add(what + " was never read");
        }
        Rest.Answer original = rest.get("/api/v1/documents/" + id + "/original");
        boolean locked = original.status() == 422;
        if (!locked && !Arrays.equals(original.body(), kept)) {
            wrong.add(what + " is not there as it was: " + original.status());
        }
        return locked ? state + " and locked" : state;
    }

    /** A plain document stays received; that it was read is told by its number. */
    private String settled(String id) throws IOException, InterruptedException {
        for (Instant end = Instant.now().plusSeconds(90); Instant.now().isBefore(end); Thread.sleep(100)) {
            JsonNode document = rest.get("/api/v1/documents/" + id).json();
            String state = document.path("state").asString();
            if (!state.equals("RECEIVED") || document.path("number").isString()) {
                return state;
            }
        }
        return UNREAD;
    }
}
