package io.simbaerp.story;

import io.simbaerp.task.undo.SendOnDecisions;
import io.simbaerp.workflow.engine.DueJobs;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** The running system as a story's people reach it, and the engine's jobs run when the story says so. */
public class Simba {

    private final Environment environment;
    private final DueJobs engineJobs;
    private final SendOnDecisions decisions;
    private final Clock clock;
    private final String prefix;
    private final Map<String, RestUser> people = new java.util.concurrent.ConcurrentHashMap<>();

    Simba(Environment environment, DueJobs engineJobs, SendOnDecisions decisions, Clock clock) {
        this(environment, engineJobs, decisions, clock, "");
    }

    private Simba(Environment environment, DueJobs engineJobs, SendOnDecisions decisions, Clock clock, String prefix) {
        this.prefix = prefix;
        this.environment = environment;
        this.engineJobs = engineJobs;
        this.decisions = decisions;
        this.clock = clock;
    }

    public String url() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    /** The same system as the people of another company reach it: their names begin with the prefix. */
    public Simba peopleOf(String namesBeginWith) {
        return new Simba(environment, engineJobs, decisions, clock, namesBeginWith);
    }

    public RestUser as(String person) {
        return people.computeIfAbsent(prefix + person, name -> RestUser.signIn(url(), name, name));
    }

    /** Sends on what was decided on pages, and runs what the engine has to do. A job that fails fails the story. */
    public void runDueJobs() {
        decisions.run(clock.instant().plus(Duration.ofMinutes(1)));
        engineJobs.run();
    }

    /** Hands in an invoice as the accountant and answers its document id. */
    public String receive(InvoiceXml invoice) {
        RestUser.Answer answer = as("accountant")
                .upload(invoice.bytes(), invoice.number().replace('/', '-') + ".xml", "")
                .expect(201);
        String document = answer.get("id");
        waitUntilTakenUp(document);
        runDueJobs();
        return document;
    }

    /** On a slow machine the answer comes before an invoice is taken up. */
    void waitUntilTakenUp(String document) {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (stateOf(document).equals("RECEIVED") && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    public String stateOf(String document) {
        return as("accountant").get("/api/v1/documents/" + document).expect(200).get("state");
    }

    /** The one open task about a document that a person sees. */
    public JsonNode taskOf(String person, String document) {
        List<JsonNode> tasks = tasksOf(person, document);
        if (tasks.size() != 1) {
            throw new AssertionError(person + " sees " + tasks.size() + " tasks of the document, not one: " + tasks);
        }
        return tasks.get(0);
    }

    public List<JsonNode> tasksOf(String person, String document) {
        JsonNode items = as(person)
                .get("/api/v1/tasks?view=all&state=open&document=" + document)
                .expect(200)
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    /** A person decides the one task they see about the document; then the engine goes on. */
    public RestUser.Answer decide(String person, String document, Map<String, ?> decision) {
        JsonNode task = taskOf(person, document);
        Map<String, Object> body = new java.util.HashMap<>(decision);
        if (!task.path("contentHash").isMissingNode()
                && !task.path("contentHash").isNull()) {
            body.putIfAbsent("contentHash", task.path("contentHash").asString());
        }
        RestUser.Answer answer =
                as(person).post("/api/v1/tasks/" + task.path("id").asString() + "/complete", body);
        runDueJobs();
        return answer;
    }

    /** The accountant answers what is asked first until the invoice is to be coded. */
    public void answerQuestionsUntilCoding(String document) {
        for (int questions = 0; questions < 6; questions++) {
            JsonNode task = taskOf("accountant", document);
            if (task.path("key").asString().equals("Task_CodeInvoice")) {
                return;
            }
            decide(
                            "accountant",
                            document,
                            Map.of("outcome", task.path("outcomes").get(0).asString()))
                    .expect(200);
        }
        throw new AssertionError("The questions don't end");
    }

    /** The events of the document's timeline, oldest first. */
    public List<String> timelineOf(String document) {
        JsonNode timeline = as("accountant")
                .get("/api/v1/documents/" + document + "/timeline")
                .expect(200)
                .body();
        return StreamSupport.stream(timeline.spliterator(), false)
                .map(entry -> entry.path("event").asString())
                .toList();
    }
}
