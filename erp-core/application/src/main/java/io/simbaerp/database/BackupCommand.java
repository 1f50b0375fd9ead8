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
 * What {@code ./simba backup FILE} and {@code ./simba restore FILE} run: a program of its own beside the one that serves
 * people, with the same settings. Ends with 1 and a remedy when it can't do what it was asked for.
 */
public final class BackupCommand {

    private BackupCommand() {}

    /** @param arguments {@code backup} or {@code restore}, the file, then settings such as {@code --simba.data=DIR} */
    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext settings = new SpringApplicationBuilder(BackupCommand.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(arguments)) {
            run(arguments[0], Path.of(arguments[1]).toAbsolutePath(), settings.getEnvironment());
        } catch (DatabaseUnusable e) {
            System.err.println("simba: " + e.getMessage());
            System.err.println("       " + e.remedy());
            System.exit(1);
        } catch (IOException | SQLException e) {
            System.err.println("simba: " + e);
            System.exit(1);
        }
    }

    private static void run(String command, Path file, Environment settings) throws IOException, SQLException {
        String url = settings.getProperty("simba.db.url", "");
        if (!url.isBlank()) {
            throw new DatabaseUnusable(
                    "SIMBA_DB_URL names a PostgreSQL of your own, which has better tools for this.",
                    "Use pg_dump and copy the folder originals (docs/operating/backup.md).");
        }
        DataFolder data = new DataFolder(Path.of(settings.getRequiredProperty("simba.data")));
        String binaries = settings.getRequiredProperty("simba.database.binaries");
        if (command.equals("backup")) {
            backup(data, binaries, file);
        } else {
            restore(data, binaries, file);
        }
    }

    /** Asks the running server; where none runs, one is started for this alone. */
    private static void backup(DataFolder data, String binaries, Path file) throws IOException, SQLException {
        if (!Files.isDirectory(data.resolve("postgres"))) {
            throw new DatabaseUnusable(
                    "There are no data in " + data.path() + ".", "Name the folder: ./simba backup FILE --data DIR");
        }
        if (Files.exists(file)) {
            throw new DatabaseUnusable("The file " + file + " exists already.", "Name a new one.");
        }
        System.out.println("Backing up " + data.path());
        if (data.isInUse()) {
            write(data, EmbeddedServer.runningOn(data), file);
            return;
        }
        data.take();
        EmbeddedServer server = EmbeddedServer.start(data, binaries, ServerUser.ofThisProgram());
        try {
            write(data, server.backupAccess(), file);
        } finally {
            server.stop();
            data.release();
        }
    }

    private static void write(DataFolder data, EmbeddedServer.BackupAccess access, Path file)
            throws IOException, SQLException {
        try (Connection snapshot = DriverManager.getConnection(
                access.url(), access.login().user(), access.login().password())) {
            new Backup(data.path(), snapshot, System.out).write(file);
        }
        System.out.println(
                "Written: " + file + " (" + Files.size(file) + " bytes). It holds secrets; keep it as such.");
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
