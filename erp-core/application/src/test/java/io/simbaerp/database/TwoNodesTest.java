package io.simbaerp.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.packaged.PackagedApplication;
import io.simbaerp.story.InvoiceXml;
import io.simbaerp.story.RestUser;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two processes of the packaged program on one PostgreSQL and one folder of originals. */
class TwoNodesTest {

    /** As docs/reference/rest.md says. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    @TempDir
    private static Path folder;

    private static DataFolder serverData;
    private static EmbeddedServer server;
    private static final List<PackagedApplication> NODES = new CopyOnWriteArrayList<>();

    private static PackagedApplication one;
    private static PackagedApplication other;

    /** Both start on the empty database at once, so that one of them migrates and the other waits. */
    @BeforeAll
    static void start() throws Exception {
        serverData = new DataFolder(folder.resolve("server"));
        serverData.take();
        server = EmbeddedServer.start(serverData, "18.6.0", ServerUser.ofThisProgram());
        DatabaseAccess access = server.access();
        Map<String, String> variables = Map.of(
                "SIMBA_DB_URL", access.url(),
                "SIMBA_DB_OWNER_USER", access.owner().user(),
                "SIMBA_DB_OWNER_PASSWORD", access.owner().password(),
                "SIMBA_DB_USER", access.application().user(),
                "SIMBA_DB_PASSWORD", access.application().password());
        Path shared = folder.resolve("shared");
        List<String> options = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m");
        Callable<PackagedApplication> start = () -> {
            PackagedApplication node = PackagedApplication.start(shared, variables, options);
            NODES.add(node);
            return node;
        };
        List<PackagedApplication> nodes = both(start, start);
        one = nodes.get(0);
        other = nodes.get(1);
    }

    @AfterAll
    static void stop() {
        NODES.forEach(PackagedApplication::close);
        server.stop();
        serverData.release();
    }

    @Test
    void theyShareTheWorkAndOneGoesOnWhenTheOtherIsKilled() throws Exception {
        RestUser accountant = RestUser.signIn(one.address(), "accountant", "accountant");
        RestUser accountantThere = accountant.at(other.address());
        RestUser manager = RestUser.signIn(other.address(), "manager", "manager");
        InvoiceXml twice = invoice(1);

        List<RestUser.Answer> answers = both(
                () -> accountant.upload(twice.bytes(), "one.xml", ""),
                () -> accountantThere.upload(twice.bytes(), "other.xml", ""));
        assertThat(answers).extracting(RestUser.Answer::status).containsExactlyInAnyOrder(200, 201);
        assertThat(answers.get(0).get("id")).isEqualTo(answers.get(1).get("id"));

        List<String> documents = new ArrayList<>(List.of(answers.get(0).get("id")));
        toPosted(documents.get(0), accountant, manager);
        for (int number = 2; number <= 7; number++) {
            RestUser door = number % 2 == 0 ? accountant : accountantThere;
            documents.add(door.upload(invoice(number).bytes(), number + ".xml", "")
                    .expect(201)
                    .get("id"));
        }
        for (String document : documents.subList(1, 4)) {
            toPosted(document, accountant, manager);
        }
        one.kill();
        for (String document : documents.subList(4, documents.size())) {
            toPosted(document, accountantThere, manager);
        }

        List<String> entries = new ArrayList<>();
        for (String document : documents) {
            JsonNode timeline = accountantThere
                    .get("/api/v1/documents/" + document + "/timeline")
                    .body();
            timeline.forEach(entry -> {
                if (entry.path("event").asString().equals("journal-entry-posted")) {
                    entries.add(entry.path("link").asString());
                }
            });
        }
        assertThat(entries).hasSize(documents.size());
        assertThat(new HashSet<>(entries)).hasSameSizeAs(documents);
    }

    /** Nobody needs to ask again and again; where the machine is slow, one of a few answers comes in time. */
    @Test
    void theAnswerToADecisionComesWhenTheNextTaskIsThere() throws Exception {
        RestUser accountant = RestUser.signIn(other.address(), "accountant", "accountant");
        RestUser manager = RestUser.signIn(other.address(), "manager", "manager");
        boolean inTime = false;
        for (int number = 21; number <= 25 && !inTime; number++) {
            String document = toCoding(invoice(number), accountant);
            long asked = System.nanoTime();
            assertThat(accountant.carryForward(document)).isTrue();
            inTime = System.nanoTime() - asked < LONGEST_WAIT.toNanos();
            assertThat(manager.carryForward(document) || !inTime).isTrue();
        }
        assertThat(inTime).isTrue();
    }

    @Test
    void theAnswerDoesNotWaitForANextTaskThatTakesLong() throws Exception {
        RestUser accountant = RestUser.signIn(other.address(), "accountant", "accountant");
        RestUser manager = RestUser.signIn(other.address(), "manager", "manager");
        String document = toCoding(invoice(31), accountant);
        DatabaseAccess access = server.access();
        try (Connection attack = DriverManager.getConnection(
                        access.url(), access.owner().user(), access.owner().password());
                Statement statement = attack.createStatement()) {
            attack.setAutoCommit(false);
            statement.execute("lock table approval.approval_request in share mode");
            long asked = System.nanoTime();
            assertThat(accountant.carryForward(document)).isTrue();
            assertThat(System.nanoTime() - asked).isGreaterThanOrEqualTo(LONGEST_WAIT.toNanos());
            assertThat(manager.carryForward(document)).isFalse();
        }
        toPosted(document, accountant, manager);
    }

    /** An invoice about which nothing is asked any more. */
    private static String toCoding(InvoiceXml invoice, RestUser accountant) throws InterruptedException {
        String document =
                accountant.upload(invoice.bytes(), "next.xml", "").expect(201).get("id");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            JsonNode tasks = accountant
                    .get("/api/v1/tasks?view=all&state=open&document=" + document)
                    .expect(200)
                    .body()
                    .path("items");
            if (tasks.isEmpty()) {
                Thread.sleep(100);
            } else if (tasks.get(0).path("key").asString().equals("Task_CodeInvoice")) {
                return document;
            } else {
                accountant.carryForward(document);
            }
            assertThat(System.nanoTime()).as("%s is not to be coded", document).isLessThan(deadline);
        }
    }

    /** By whoever has the next task, at whichever node they work. */
    private static void toPosted(String document, RestUser accountant, RestUser manager) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        String state = "IN_PROCESS";
        while (!state.equals("POSTED")) {
            assertThat(System.nanoTime()).as("%s stays %s", document, state).isLessThan(deadline);
            if (!accountant.carryForward(document) && !manager.carryForward(document)) {
                Thread.sleep(100);
            }
            state = accountant.get("/api/v1/documents/" + document).expect(200).get("state");
        }
    }

    private static InvoiceXml invoice(int number) {
        return InvoiceXml.numbered("NODES/" + number).line("Rope " + number, String.valueOf(100 * number), "23");
    }

    private static <T> List<T> both(Callable<T> first, Callable<T> second) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(List.of(first, second))) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
