package io.simbaerp.database;

import io.simbaerp.database.Backup.Original;
import io.simbaerp.database.BackupManifest.Migration;
import io.simbaerp.database.BackupManifest.OtherFile;
import io.simbaerp.database.BackupManifest.SequencePosition;
import io.simbaerp.database.BackupManifest.TableContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Makes a data folder out of a backup: the schema of that time by the same migrations, the rows, the originals, the other
 * files. What was loaded is read back and compared with the manifest. All of it happens beside the folder's final place,
 * so that a restore which fails leaves nothing that could be taken for data.
 */
final class Restore {

    private final BackupArchive archive;
    private final String binaries;
    private final PrintStream out;

    Restore(BackupArchive archive, String binaries, PrintStream out) {
        this.archive = archive;
        this.binaries = binaries;
        this.out = out;
    }

    /** @throws DatabaseUnusable if the folder holds something already, or this program can't read the backup's schema */
    void into(Path folder) throws IOException, SQLException {
        Path target = folder.toAbsolutePath().normalize();
        checkEmpty(target);
        Path unfinished = target.resolveSibling(target.getFileName() + ".restoring");
        ServerBinaries.deleteTree(unfinished);
        DataFolder data = new DataFolder(unfinished);
        data.take();
        try {
            fill(data);
            Files.deleteIfExists(target);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            data.release();
            ServerBinaries.deleteTree(unfinished);
        }
    }

    private static void checkEmpty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw new DatabaseUnusable(
                            "The folder " + folder + " is not empty; a restore never writes over data.",
                            "Name a new folder: ./simba restore FILE --data DIR");
                }
            }
        }
    }

    private void fill(DataFolder data) throws IOException, SQLException {
        EmbeddedServer server = EmbeddedServer.start(data, binaries, ServerUser.ofThisProgram());
        try (Connection connection = server.connectAsSuperuser(EmbeddedServer.DATABASE)) {
            migrate(server.access(), connection);
            load(connection);
            compare(connection);
        } finally {
            server.stop();
        }
        for (Original original : archive.originals()) {
            place(original.entry(), original.in(data.path()));
        }
        for (OtherFile file : archive.manifest().files()) {
            Path target = data.resolve(file.path());
            place(file.entry(), target);
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        }
        out.println("  " + archive.manifest().originals().count() + " originals");
    }

    private void migrate(DatabaseAccess access, Connection connection) throws SQLException {
        List<Migration> wanted = archive.manifest().migrations();
        String newest = wanted.get(wanted.size() - 1).version();
        Flyway flyway = Flyway.configure()
                .dataSource(access.url(), access.owner().user(), access.owner().password())
                .locations("classpath:db/migration")
                .defaultSchema("simba")
                .placeholders(Map.of("mode", archive.manifest().mode()))
                .target(MigrationVersion.fromVersion(newest))
                .load();
        boolean known = Stream.of(flyway.info().all())
                .map(MigrationInfo::getVersion)
                .anyMatch(version -> version != null && version.getVersion().equals(newest));
        if (known) {
            flyway.migrate();
        }
        if (!known || !Backup.migrations(connection).equals(wanted)) {
            throw new DatabaseUnusable(
                    "The backup was made by another version of the program: its schema is at " + newest + ".",
                    "Restore it with that version, then upgrade (docs/operating/upgrade.md).");
        }
    }

    /** Rows come in as they were, without triggers and key checks judging them one by one. */
    private void load(Connection connection) throws SQLException, IOException {
        Map<String, TableContent> contents = new HashMap<>();
        archive.manifest().tables().forEach(each -> contents.put(each.entry(), each));
        TableCopies copies = new TableCopies(connection);
        copies.openYears(archive.manifest().tables());
        List<TableCopies.Table> tables = copies.tables();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local session_replication_role = replica");
            for (TableCopies.Table table : tables) {
                TableContent content = contents.remove(table.entry());
                if (content == null || !content.columns().equals(table.columns())) {
                    throw incomplete(table.entry());
                }
                statement.execute("truncate " + table.qualified() + " cascade");
            }
        }
        if (!contents.isEmpty()) {
            throw incomplete(contents.keySet().toString());
        }
        for (TableCopies.Table table : tables) {
            try (InputStream rows = archive.read(table.entry())) {
                copies.read(table, rows);
            }
        }
        setSequences(connection);
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void setSequences(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select setval(format('%I.%I', ?::text, ?::text)::regclass, ?)")) {
            for (SequencePosition sequence : archive.manifest().sequences()) {
                statement.setString(1, sequence.schema());
                statement.setString(2, sequence.sequence());
                statement.setLong(3, sequence.lastValue());
                statement.execute();
            }
        }
    }

    /** What stands in the tables now is what stood in them then, to the byte. */
    private void compare(Connection connection) throws SQLException, IOException {
        TableCopies copies = new TableCopies(connection);
        Map<String, TableContent> wanted = new HashMap<>();
        archive.manifest().tables().forEach(each -> wanted.put(each.entry(), each));
        long rows = 0;
        for (TableCopies.Table table : copies.tables()) {
            TableContent found = copies.write(table, OutputStream.nullOutputStream());
            if (!found.equals(wanted.get(table.entry()))) {
                throw new DatabaseUnusable(
                        "After loading, " + table.entry() + " differs from the backup.",
                        "Keep the backup and report this: it must not happen.");
            }
            rows += found.rows();
        }
        out.println("  " + wanted.size() + " tables, " + rows + " rows, compared with the backup");
    }

    private void place(String entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream content = archive.read(entry)) {
            Files.copy(content, target);
        }
    }

    private static DatabaseUnusable incomplete(String what) {
        return new DatabaseUnusable(
                "The backup and this program's schema don't fit: " + what + ".",
                "Restore it with the version that wrote it, then upgrade (docs/operating/upgrade.md).");
    }
}
