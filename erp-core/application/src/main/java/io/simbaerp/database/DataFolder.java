package io.simbaerp.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder in which everything kept lies, and the lock that gives it to one program at a time. */
final class DataFolder {

    private final Path path;
    private @Nullable FileLock lock;

    DataFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /**
     * Takes the folder for this program until it ends, however it ends.
     *
     * @throws DatabaseUnusable if another program has it, or it can't be written
     */
    void take() {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
            FileChannel channel =
                    FileChannel.open(resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new DatabaseUnusable(
                        "The data folder " + path + " is in use by another Simba ERP.",
                        "Stop the other one first, or start this one on a folder of its own: ./simba run --data DIR --port N");
            }
        } catch (IOException e) {
            throw new DatabaseUnusable(
                    "The data folder " + path + " can't be used: " + e,
                    "Name a folder this user may write to: ./simba run --data DIR",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Whether a program has taken the folder. */
    boolean isInUse() {
        try (FileChannel channel = FileChannel.open(resolve("lock"), StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free == null;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new DatabaseUnusable(
                    "The data folder " + path + " can't be read: " + e, "Do this as the user who owns it.", e);
        }
    }

    /** Gives the folder back. */
    void release() {
        FileLock held = lock;
        lock = null;
        if (held != null) {
            try {
                held.acquiredBy().close();
            } catch (IOException e) {
                throw new IllegalStateException("The data folder " + path + " could not be given back", e);
            }
        }
    }
}
