package io.simbaerp.archive;

import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.digest.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder of the originals: {@code <data>/originals/<company>/<ab>/<cd>/<sha256>}. A file appears under its name
 * complete or not at all, whenever the power goes: written beside, flushed, renamed, and the folder flushed too.
 */
@Component
class OriginalsFolder {

    private final Path root;

    OriginalsFolder(@Value("${simba.data}") Path data) {
        this.root = data.toAbsolutePath().resolve("originals");
    }

    /** Keeps the content under its hash; does nothing if an intact file of this name is there already. */
    void keep(CompanyId company, String sha256, byte[] content) {
        Path folder = folder(company, sha256);
        Path target = folder.resolve(sha256);
        try {
            if (!holds(target, content.length, sha256)) {
                createFolders(folder);
                place(content, target);
            }
            flush(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The original can't be kept at " + target, e);
        }
    }

    /** @throws DamagedOriginal if it is missing or its content doesn't have this hash */
    byte[] read(CompanyId company, String sha256) {
        Path file = folder(company, sha256).resolve(sha256);
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new DamagedOriginal(sha256, "is missing", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The original can't be read from " + file, e);
        }
        if (!Sha256.of(content).equals(sha256)) {
            throw new DamagedOriginal(sha256, "has other content than was kept");
        }
        return content;
    }

    private static void place(byte[] content, Path target) throws IOException {
        Path beside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            write(beside, content);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static boolean holds(Path file, long size, String sha256) throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) == size
                && Sha256.of(Files.readAllBytes(file)).equals(sha256);
    }

    /** Creates the folders one by one and flushes each parent, for a new folder is an entry in its parent. */
    private void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            createFolders(parent);
        }
        Files.createDirectories(folder);
        if (parent != null) {
            flush(parent);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void flush(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path folder(CompanyId company, String sha256) {
        return root.resolve(company.toString()).resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4));
    }
}
