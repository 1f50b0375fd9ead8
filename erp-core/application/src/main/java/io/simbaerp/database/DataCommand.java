package io.simbaerp.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * What {@code ./simba backup FILE}, {@code ./simba restore FILE} and {@code ./simba verify} run: a program of its own
 * beside the one that serves people, with the same settings. Ends with 1 and a remedy when it can't do what it was asked
 * for, and when something isn't what was recorded.
 */
public final class DataCommand {

    private DataCommand() {}

    /** What is done with a connection of the role {@code simba_backup}. */
    private interface Reading {
        void with(Connection connection) throws IOException, SQLException;
    }

    /** @param arguments {@code backup}, {@code restore} or {@code verify}, then settings such as {@code --simba.data=DIR} */
    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext settings = new SpringApplicationBuilder(DataCommand.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(arguments)) {
            run(arguments, settings.getEnvironment());
        } catch (DatabaseUnusable e) {
            System.err.println("simba: " + e.getMessage());
            System.err.println("       " + e.remedy());
            System.exit(1);
        } catch (IOException | SQLException e) {
            System.err.println("simba: " + e);
            System.exit(1);
        }
    }

    private static void run(String[] arguments, Environment settings) throws IOException, SQLException {
        String url = settings.getProperty("simba.db.url", "");
        if (!url.isBlank()) {
            throw new DatabaseUnusable(
                    "SIMBA_DB_URL names a PostgreSQL of your own, which this does not read.",
                    "Back up with pg_dump and a copy of the folder originals (docs/operating/backup.md); verify on the"
                            + " page /audit-trail/integrity.");
        }
        DataFolder data = new DataFolder(Path.of(settings.getRequiredProperty("simba.data")));
        String binaries = settings.getRequiredProperty("simba.database.binaries");
        switch (arguments[0]) {
            case "backup" -> backup(data, binaries, file(arguments));
            case "restore" -> restore(data, binaries, file(arguments));
            default -> verify(data, binaries);
        }
    }

    private static Path file(String[] arguments) {
        return Path.of(arguments[1]).toAbsolutePath();
    }

    private static void backup(DataFolder data, String binaries, Path file) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new DatabaseUnusable("The file " + file + " exists already.", "Name a new one.");
        }
        read(data, binaries, snapshot -> {
            System.out.println("Backing up " + data.path());
            new Backup(data.path(), snapshot, System.out).write(file);
        });
        System.out.println(
                "Written: " + file + " (" + Files.size(file) + " bytes). It holds secrets; keep it as such.");
    }

    private static void verify(DataFolder data, String binaries) throws IOException, SQLException {
        read(data, binaries, snapshot -> {
            System.out.println("Verifying " + data.path());
            if (!new Verification(data.path(), snapshot, System.out).isWhole()) {
                throw new DatabaseUnusable(
                        "Something is not what was recorded; see above.",
                        "Keep this folder as it is, and compare with a backup from before (docs/concepts/integrity.md).");
            }
        });
    }

    /** Asks the running server; where none runs, one is started for this alone. */
    private static void read(DataFolder data, String binaries, Reading reading) throws IOException, SQLException {
        if (!Files.isDirectory(data.resolve("postgres"))) {
            throw new DatabaseUnusable("There are no data in " + data.path() + ".", "Name the folder: --data DIR");
        }
        if (data.isInUse()) {
            read(EmbeddedServer.runningOn(data), reading);
            return;
        }
        data.take();
        EmbeddedServer server = EmbeddedServer.start(data, binaries, ServerUser.ofThisProgram());
        try {
            read(server.backupAccess(), reading);
        } finally {
            server.stop();
            data.release();
        }
    }

    private static void read(EmbeddedServer.BackupAccess access, Reading reading) throws IOException, SQLException {
        try (Connection snapshot = DriverManager.getConnection(
                access.url(), access.login().user(), access.login().password())) {
            reading.with(snapshot);
        }
    }

    private static void restore(DataFolder data, String binaries, Path file) throws IOException, SQLException {
        if (!Files.isRegularFile(file)) {
            throw new DatabaseUnusable(
                    "There is no file " + file + ".", "Name a backup: ./simba restore FILE --data DIR");
        }
        System.out.println("Restoring " + file);
        try (BackupArchive archive = BackupArchive.open(file)) {
            System.out.println(
                    "  The archive is whole; it is of " + archive.manifest().madeAt());
            new Restore(archive, binaries, System.out).into(data.path());
        }
        System.out.println("Restored into " + data.path() + ". Start it: ./simba run --data " + data.path());
    }
}
