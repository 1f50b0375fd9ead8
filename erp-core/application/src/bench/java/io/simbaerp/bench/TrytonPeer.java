package io.simbaerp.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tryton of Debian on the same PostgreSQL, in a database of its own, by its own models ({@code tryton/ledger.py}). */
record TrytonPeer(Path data, Path script, String url, String password, boolean quick) {

    /** Processor time per entry, of Tryton and of its PostgreSQL, in milliseconds, and entries per second. */
    record Cost(double perSecond, double program, double database) {

        double milliseconds() {
            return program + database;
        }
    }

    /** What single entries cost, and those of a batch of a thousand; nothing where it is not installed. */
    Optional<List<Cost>> measure() throws IOException, InterruptedException {
        if (LedgerPeers.installed("trytond-admin").isEmpty()) {
            return Optional.empty();
        }
        Path configuration = data.resolve("tryton.conf");
        Files.writeString(
                configuration,
                "[database]\nuri = postgresql://postgres:" + password + "@" + url.replaceAll(".*//([^/]+)/.*", "$1")
                        + "/\n");
        admin(configuration, List.of("-u", "ir", "--email", "bench@example.com"));
        admin(configuration, List.of("-u", "account", "--activate-dependencies"));
        int singles = quick ? 30 : 100;
        Process process = new ProcessBuilder(
                        "/usr/bin/python3", script.toString(), configuration.toString(), "tryton",
                        String.valueOf(singles), "1000")
                .redirectError(data.resolve("tryton.log").toFile())
                .start();
        List<Cost> costs = new ArrayList<>();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            ProcessorTime before = ProcessorTime.now(data);
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                ProcessorTime now = ProcessorTime.now(data);
                String[] words = line.split(" ");
                if (!words[0].equals("ready")) {
                    costs.add(cost(words, words[0].equals("batch") ? 1000 : singles, before, now));
                }
                before = now;
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("Tryton failed: " + Files.readString(data.resolve("tryton.log")));
        }
        return Optional.of(costs);
    }

    private static Cost cost(String[] words, int entries, ProcessorTime before, ProcessorTime now) {
        return new Cost(
                entries / Double.parseDouble(words[1]),
                Double.parseDouble(words[2]) * 1000 / entries,
                now.database().minus(before.database()).toNanos() / 1e6 / entries);
    }

    private void admin(Path configuration, List<String> options) throws IOException, InterruptedException {
        Path secret = data.resolve("tryton.pass");
        Files.writeString(secret, "bench");
        List<String> command = new ArrayList<>(List.of("trytond-admin", "-c", configuration.toString(), "-d", "tryton"));
        command.addAll(options);
        Path out = data.resolve("trytond-admin.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("TRYTONPASSFILE", secret.toString());
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException("trytond-admin failed: " + Files.readString(out));
        }
    }
}
