package io.simbaerp.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A running {@link IntakeWorker}. */
final class WorkerProcess implements AutoCloseable {

    /** What one file took and which rules failed on it. */
    record Answer(double milliseconds, String failed) {}

    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;

    WorkerProcess(String side) throws IOException {
        process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:+UseSerialGC",
                        "-Xmx600m",
                        "-Dsimba.root=" + System.getProperty("simba.root", ""),
                        "-cp",
                        System.getProperty("java.class.path"),
                        IntakeWorker.class.getName(),
                        side)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
        String first = answers.readLine();
        while (first != null && !first.equals("ready")) {
            first = answers.readLine();
        }
    }

    Answer work(int file, int times) throws IOException {
        orders.println(file + " " + times);
        String answer = answers.readLine();
        if (answer == null) {
            throw new IllegalStateException("The worker has ended");
        }
        int space = answer.indexOf(' ');
        return new Answer(Long.parseLong(answer.substring(0, space)) / 1e6, answer.substring(space + 1));
    }

    @Override
    public void close() {
        orders.close();
        process.destroy();
    }
}
