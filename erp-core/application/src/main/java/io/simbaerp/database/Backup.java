package io.simbaerp.database;

import io.simbaerp.database.BackupManifest.Migration;
import io.simbaerp.database.BackupManifest.Originals;
import io.simbaerp.database.BackupManifest.OtherFile;
import io.simbaerp.database.BackupManifest.TableContent;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One archive of everything kept: the tables as one snapshot shows them, then the originals named in it, then the other
 * files of the data folder. People go on working meanwhile: an original is on disk before its row is committed, so
 * whatever the snapshot names is there. The archive's last 64 bytes are the SHA-256 of all before them.
 */
final class Backup {

    static final int SEAL_LENGTH = 64;

    private static final Set<java.nio.file.attribute.PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private final Path data;
    private final Connection snapshot;
    private final PrintStream out;

    /**
     * @param snapshot a connection of the role {@code simba_backup}; it is given an own transaction and not closed
     * @param out where the progress is told
     */
    Backup(Path data, Connection snapshot, PrintStream out) {
        this.data = data;
        this.snapshot = snapshot;
        this.out = out;
    }

    /** Writes the archive beside its final place and moves it there when it is whole; only its owner may read it. */
    BackupManifest write(Path archive) throws IOException, SQLException {
        Path unfinished = archive.resolveSibling(archive.getFileName() + ".part");
        Files.deleteIfExists(unfinished);
        try {
            BackupManifest manifest = writeUnsealed(unfinished);
            seal(unfinished);
            Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private BackupManifest writeUnsealed(Path file) throws IOException, SQLException {
        snapshot.setAutoCommit(false);
        snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        try (FileChannel channel = FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(OWNER_ONLY));
                ZipOutputStream zip =
                        new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16))) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.setComment("0".repeat(SEAL_LENGTH));
            BackupManifest manifest = content(zip);
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write(manifest.json());
            zip.closeEntry();
            return manifest;
        } finally {
            snapshot.rollback();
        }
    }

    private BackupManifest content(ZipOutputStream zip) throws IOException, SQLException {
        TableCopies copies = new TableCopies(snapshot);
        List<TableContent> tables = new ArrayList<>();
        List<TableCopies.Table> all = copies.tables();
        for (TableCopies.Table table : all) {
            zip.putNextEntry(new ZipEntry(table.entry()));
            tables.add(copies.write(table, zip));
            zip.closeEntry();
        }
        out.println("  " + all.size() + " tables, "
                + tables.stream().mapToLong(TableContent::rows).sum() + " rows");
        return new BackupManifest(
                BackupManifest.FORMAT,
                ask("select to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"),
                ask("select mode from simba.installation"),
                migrations(snapshot),
                tables,
                copies.sequences(),
                originals(zip),
                otherFiles(zip));
    }

    /** What the schema was made with. */
    static List<Migration> migrations(Connection connection) throws SQLException {
        List<Migration> migrations = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version, checksum from simba.flyway_schema_history"
                        + " where version is not null and checksum is not null order by installed_rank")) {
            while (row.next()) {
                migrations.add(new Migration(row.getString(1), row.getInt(2)));
            }
        }
        return migrations;
    }

    private Originals originals(ZipOutputStream zip) throws IOException, SQLException {
        MessageDigest names = FileHash.digest();
        long count = 0;
        long bytes = 0;
        try (Statement statement = snapshot.createStatement()) {
            statement.setFetchSize(1000);
            try (ResultSet row = statement.executeQuery(
                    "select company_id, sha256, size from archive.original order by company_id, sha256 collate \"C\"")) {
                while (row.next()) {
                    Original original = new Original(row.getString(1), row.getString(2), row.getLong(3));
                    zip.putNextEntry(new ZipEntry(original.entry()));
                    original.copy(data, zip);
                    zip.closeEntry();
                    names.update(original.line().getBytes(StandardCharsets.UTF_8));
                    bytes += original.size();
                    if (++count % 1000 == 0) {
                        out.println("  " + count + " originals ...");
                    }
                }
            }
        }
        out.println("  " + count + " originals, " + bytes + " bytes");
        return new Originals(count, bytes, FileHash.hex(names));
    }

    /** An original as table and folder name it. */
    record Original(String company, String sha256, long size) {

        String entry() {
            return "originals/" + company + "/" + sha256;
        }

        String line() {
            return company + " " + sha256 + " " + size + "\n";
        }

        Path in(Path data) {
            return data.resolve("originals")
                    .resolve(company)
                    .resolve(sha256.substring(0, 2))
                    .resolve(sha256.substring(2, 4))
                    .resolve(sha256);
        }

        /** A backup with a damaged original would only be found out when it is needed: so it is not made. */
        private void copy(Path data, OutputStream target) throws IOException {
            Path file = in(data);
            DigestOutputStream hashed = new DigestOutputStream(target, FileHash.digest());
            try {
                Files.copy(file, hashed);
            } catch (NoSuchFileException e) {
                throw new DatabaseUnusable("The original " + file + " is missing.", INCIDENTS, e);
            }
            if (!FileHash.hex(hashed.getMessageDigest()).equals(sha256)) {
                throw new DatabaseUnusable("The original " + file + " has other content than was kept.", INCIDENTS);
            }
        }

        private static final String INCIDENTS = "Bring it back from an earlier backup (docs/operating/incidents.md).";
    }

    private List<OtherFile> otherFiles(ZipOutputStream zip) throws IOException {
        List<OtherFile> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(data)) {
            for (Path file : (Iterable<Path>) all.filter(this::isKept).sorted()::iterator) {
                String path = data.relativize(file).toString();
                DigestOutputStream hashed = new DigestOutputStream(zip, FileHash.digest());
                zip.putNextEntry(new ZipEntry("files/" + path));
                Files.copy(file, hashed);
                zip.closeEntry();
                files.add(new OtherFile(path, FileHash.hex(hashed.getMessageDigest())));
            }
        }
        return files;
    }

    /** Everything but the database, its programs and passwords (a restored one gets its own), originals and locks. */
    private boolean isKept(Path file) {
        Path path = data.relativize(file);
        String first = path.getName(0).toString();
        return !first.startsWith("postgres")
                && !first.equals("originals")
                && !file.getFileName().toString().equals("lock")
                && !file.getFileName().toString().endsWith(".new")
                && Files.isRegularFile(file);
    }

    /** Writes the hash of the whole over the place kept for it at the end. */
    private static void seal(Path file) throws IOException {
        long length = Files.size(file) - SEAL_LENGTH;
        String hash;
        try (InputStream content = Files.newInputStream(file)) {
            hash = FileHash.of(content, length);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.position(length);
            channel.write(ByteBuffer.wrap(hash.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }

    private String ask(String query) throws SQLException {
        try (Statement statement = snapshot.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
