package io.simbaerp.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program as a child of the test: a process of its own that can be asked, stopped and killed. */
public final class PackagedApplication implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path log;
    private final int port;

    private PackagedApplication(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts the program on a data folder and waits until it is ready. */
    public static PackagedApplication start(Path data) {
        return start(data, Map.of(), List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
    }

    /** As {@link #start(Path)}, with variables such as SIMBA_DB_URL and options of Java. */
    public static PackagedApplication start(Path data, Map<String, String> variables, List<String> javaOptions) {
        try {
            Files.createDirectories(data);
            Path ready = Files.createTempFile(data.toAbsolutePath().getParent(), "ready", "");
            Files.delete(ready);
            Path log = data.resolveSibling(data.getFileName() + ".log");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(javaOptions);
            command.addAll(List.of(
                    "-jar",
                    PackagedJar.extracted().toString(),
                    "--server.port=0",
                    "--simba.data=" + data,
                    "--simba.ready-file=" + ready));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().keySet().removeIf(name -> name.startsWith("SIMBA_"));
            builder.environment().putAll(variables);
            Process process = builder.start();
            return new PackagedApplication(process, log, portIn(ready, process, log));
        } catch (IOException e) {
            throw new IllegalStateException("The packaged program did not start", e);
        }
    }

    /** The address it answers at. */
    public String address() {
        return "http://localhost:" + port;
    }

    public Rest rest() {
        return new Rest(address());
    }

    /** Ends it at once, as a power failure would (SIGKILL). */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** Ends it in order, as Ctrl-C would. */
    public void stop() {
        process.destroy();
        await();
    }

    /** What it has printed. */
    public String output() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private void await() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The program does not end; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int portIn(Path ready, Process process, Path log) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!Files.exists(ready)) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                process.destroyForcibly();
                throw new IllegalStateException("The program is not ready:\n" + Files.readString(log));
            }
            pause();
        }
        int port = Integer.parseInt(Files.readString(ready));
        Files.delete(ready);
        return port;
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
