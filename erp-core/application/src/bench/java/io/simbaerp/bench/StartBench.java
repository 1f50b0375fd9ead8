package io.simbaerp.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * From the command to the first ready answer: {@code ./simba run} with its archive of loaded classes against plain
 * {@code java -jar} on the packed jar, by turns on the same data folder, database start included on both sides.
 */
public final class StartBench {

    private static final double GOAL = 0.5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path root = Path.of(System.getProperty("simba.root", ".")).toAbsolutePath();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Path data;
    private final int port;

    private StartBench() throws IOException {
        data = Files.createTempDirectory("simba-start").resolve("data");
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    public static void main(String[] arguments) throws Exception {
        System.exit(new StartBench().run(Arrays.asList(arguments).contains("--quick")) ? 0 : 1);
    }

    private boolean run(boolean quick) throws Exception {
        int rounds = quick ? 3 : 7;
        System.out.println(rounds + " rounds, by turns" + (quick ? " (--quick)" : ""));
        makeArchive();
        double cold = secondsToReady(launcher());
        List<Double> warm = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            plain.add(secondsToReady(plainJava()));
            warm.add(secondsToReady(launcher()));
        }
        double ratio = median(warm) / median(plain);
        BenchReport report = new BenchReport("start");
        report.column("start", "median s", "best s", "worst s");
        row(report, "plain java -jar", plain);
        row(report, "./simba run, warm", warm);
        row(report, "./simba run, empty data folder", List.of(cold));
        report.goalAtMost("warm start against plain java -jar", ratio, GOAL);
        return report.print();
    }

    private static void row(BenchReport report, String name, List<Double> seconds) {
        double best = seconds.stream().min(Double::compare).orElseThrow();
        double worst = seconds.stream().max(Double::compare).orElseThrow();
        report.row(name, "%.2f".formatted(median(seconds)), "%.2f".formatted(best), "%.2f".formatted(worst));
    }

    private void makeArchive() throws Exception {
        Process process = new ProcessBuilder(root.resolve("simba").toString(), "train")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("The archive of classes was not made in time");
        }
    }

    private List<String> launcher() {
        return List.of(
                root.resolve("simba").toString(), "run", "--port", String.valueOf(port), "--data", data.toString());
    }

    private List<String> plainJava() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                root.resolve("erp-core/application/target/simba.jar").toString(),
                "--server.port=" + port,
                "--simba.data=" + data);
    }

    private double secondsToReady(List<String> command) throws Exception {
        long start = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("SIMBA_DEMO_DOCUMENTS", "false");
        Process process = builder.start();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
                process.destroyForcibly();
                throw new IllegalStateException("Not ready: " + command);
            }
            Thread.sleep(20);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        process.destroy();
        process.waitFor(2, TimeUnit.MINUTES);
        return seconds;
    }

    private boolean isReady() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
