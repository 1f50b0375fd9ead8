package io.simbaerp.database;

import io.simbaerp.database.Backup.Original;
import io.simbaerp.database.BackupManifest.OtherFile;
import io.simbaerp.database.BackupManifest.TableContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup, opened only if every byte of it is as it was written. */
final class BackupArchive implements AutoCloseable {

    private static final String REMEDY = "Take another backup; this one is not restored, in whole or in part.";

    private final ZipFile zip;
    private final BackupManifest manifest;

    private BackupArchive(ZipFile zip, BackupManifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws DatabaseUnusable if it is no backup, is damaged, or holds something else than its manifest says */
    static BackupArchive open(Path file) throws IOException {
        checkSeal(file);
        ZipFile zip = new ZipFile(file.toFile());
        try {
            BackupManifest manifest = BackupManifest.of(
                    zip.getInputStream(entry(zip, "manifest.json")).readAllBytes());
            if (manifest.format() != BackupManifest.FORMAT) {
                throw new DatabaseUnusable(
                        "The backup " + file + " has format " + manifest.format() + "; this program reads "
                                + BackupManifest.FORMAT + ".",
                        "Restore it with the program that wrote it.");
            }
            BackupArchive archive = new BackupArchive(zip, manifest);
            archive.checkContent();
            return archive;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    BackupManifest manifest() {
        return manifest;
    }

    InputStream read(String name) throws IOException {
        return zip.getInputStream(entry(zip, name));
    }

    Iterable<Original> originals() {
        return () -> zip.stream()
                .filter(each -> each.getName().startsWith("originals/"))
                .<Original>map(BackupArchive::original)
                .iterator();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static void checkSeal(Path file) throws IOException {
        long length = Files.size(file) - Backup.SEAL_LENGTH;
        String hash = "";
        String seal = "none";
        if (length > 0) {
            try (InputStream content = Files.newInputStream(file)) {
                hash = FileHash.of(content, length);
                seal = new String(content.readAllBytes(), StandardCharsets.US_ASCII);
            }
        }
        if (!hash.equals(seal)) {
            throw new DatabaseUnusable("The file " + file + " is damaged, or no backup of Simba ERP.", REMEDY);
        }
    }

    private void checkContent() throws IOException {
        Set<String> named = new HashSet<>(Set.of("manifest.json"));
        for (TableContent table : manifest.tables()) {
            check(table.entry(), table.sha256());
            named.add(table.entry());
        }
        for (OtherFile file : manifest.files()) {
            check(file.entry(), file.sha256());
            named.add(file.entry());
        }
        MessageDigest names = FileHash.digest();
        long count = 0;
        for (Original original : originals()) {
            check(original.entry(), original.sha256());
            names.update(original.line().getBytes(StandardCharsets.UTF_8));
            named.add(original.entry());
            count++;
        }
        if (count != manifest.originals().count()
                || !FileHash.hex(names).equals(manifest.originals().sha256())
                || zip.size() != named.size()) {
            throw new DatabaseUnusable("The backup " + zip.getName() + " is not what its manifest says.", REMEDY);
        }
    }

    private void check(String name, String sha256) throws IOException {
        try (InputStream content = read(name)) {
            if (!FileHash.of(content).equals(sha256)) {
                throw new DatabaseUnusable("In the backup " + zip.getName() + " " + name + " is damaged.", REMEDY);
            }
        } catch (ZipException e) {
            throw new DatabaseUnusable("In the backup " + zip.getName() + " " + name + " is damaged.", REMEDY, e);
        }
    }

    private static Original original(ZipEntry entry) {
        String[] parts = entry.getName().split("/", -1);
        return new Original(parts[1], parts[2], entry.getSize());
    }

    private static ZipEntry entry(ZipFile zip, String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new DatabaseUnusable("In the backup " + zip.getName() + " " + name + " is missing.", REMEDY);
        }
        return entry;
    }
}
