package io.simbaerp.fuzz;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends random requests to all operations in turn, as all people of the demo, and keeps what failed on our side. */
public final class Fuzzer {

    private static final List<String> PEOPLE = List.of("accountant", "admin", "manager", "director", "treasurer");
    private static final Pattern ID =
            Pattern.compile("\"id\":\"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\"");
    private static final Duration SLOW = Duration.ofSeconds(10);

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String base;
    private final long seed;

    public Fuzzer(String base, long seed) {
        this.base = base;
        this.seed = seed;
    }

    /**
     * What came of it.
     *
     * @param byStatus how many answers had each status
     * @param failures requests answered with 500 or above, or not at all, or after more than ten seconds
     */
    public record Result(
            int operations, int requests, Map<Integer, Integer> byStatus, Duration slowest, List<String> failures) {}

    /** Goes round all operations until the time is up. */
    public Result run(Duration time) throws IOException, InterruptedException {
        Random random = new Random(seed);
        List<String> tokens = new ArrayList<>();
        for (String person : PEOPLE) {
            tokens.add(token(person));
        }
        JsonNode openApi = json.readTree(get("/v3/api-docs", tokens.get(0)).body());
        List<Operation> operations = Operation.of(openApi);
        RandomRequests requests = new RandomRequests(base, openApi, ids(operations, tokens.get(0)), random);
        Map<Integer, Integer> byStatus = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        Duration slowest = Duration.ZERO;
        int sent = 0;
        for (Instant end = Instant.now().plus(time); Instant.now().isBefore(end); sent++) {
            Operation operation = operations.get(sent % operations.size());
            RandomRequests.Made made = requests.make(operation, tokens.get(random.nextInt(tokens.size())));
            Instant before = Instant.now();
            int status = status(made, failures);
            Duration took = Duration.between(before, Instant.now());
            byStatus.merge(status, 1, Integer::sum);
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
            if (took.compareTo(SLOW) > 0) {
                failures.add("slow (" + took.toSeconds() + " s): " + made.words());
            }
        }
        return new Result(operations.size(), sent, byStatus, slowest, failures);
    }

    private int status(RandomRequests.Made made, List<String> failures) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(made.request(), BodyHandlers.ofString());
            if (response.statusCode() >= 500) {
                failures.add(response.statusCode() + ": " + made.words() + "\n      " + response.body());
            }
            return response.statusCode();
        } catch (IOException noAnswer) {
            failures.add("no answer (" + noAnswer + "): " + made.words());
            return 0;
        }
    }

    private List<String> ids(List<Operation> operations, String token) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation.method().equals("GET") && !operation.path().contains("{")) {
                Matcher found = ID.matcher(get(operation.path(), token).body());
                for (int i = 0; i < 10 && found.find(); i++) {
                    ids.add(found.group(1));
                }
            }
        }
        return ids;
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    private String token(String person) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((person + ":" + person).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(base + "/api/v1/tokens"))
                        .header("Authorization", "Basic " + basic)
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        return json.readTree(answer.body()).path("token").asString();
    }
}
