package io.simbaerp.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs PostgreSQL's own programs on one cluster: making it, starting it, stopping it. */
final class ServerControl {

    private static final int SECONDS_FOR_RECOVERY = 900;

    private final ServerBinaries binaries;
    private final ServerUser user;
    private final Path log;

    ServerControl(ServerBinaries binaries, ServerUser user, Path log) {
        this.binaries = binaries;
        this.user = user;
        this.log = log;
    }

    /**
     * Makes an empty cluster. Its collation is PostgreSQL's own and not the machine's, so that an upgrade of the machine
     * never breaks an index.
     */
    void make(Path cluster, String superuserPassword) throws IOException {
        Path passwordFile = cluster.resolveSibling("postgres.password");
        SecretFile.write(passwordFile, superuserPassword + "\n");
        try {
            user.own(passwordFile);
            run(List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + cluster,
                    "--username=" + ServerPasswords.SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums"));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /** Starts the server apart from this program's terminal and waits until it answers, however long recovery takes. */
    void start(Path cluster, int port) throws IOException {
        run(List.of(
                binaries.program("pg_ctl"),
                "start",
                "--pgdata=" + cluster,
                "--log=" + log,
                "--wait",
                "--timeout=" + SECONDS_FOR_RECOVERY,
                "--options=-p " + port));
    }

    /** Stops the server cleanly: running statements are broken off, everything committed is on disk. */
    void stop(Path cluster) throws IOException {
        run(List.of(
                binaries.program("pg_ctl"),
                "stop",
                "--pgdata=" + cluster,
                "--mode=fast",
                "--wait",
                "--timeout=" + SECONDS_FOR_RECOVERY));
    }

    private void run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(user.command(command));
        builder.directory(binaries.folder().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        builder.redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command.subList(0, 2)) + ": " + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for PostgreSQL", e);
        }
    }
}
