package io.simbaerp.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that wraps other keys and secrets, in {@code <keys>/master.key}, made when it is first needed. It lies
 * outside the database, so that a copy of the database alone opens nothing.
 */
@Component
public class MasterKey {

    private static final int BYTES = 32;

    private final Path folder;
    private @Nullable SecretKey known;

    /** @param folder where the operator wants it: on another disk, it does not go where a copy of the data goes */
    public MasterKey(@Value("${simba.keys:${simba.data}/keys}") Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /**
     * Encrypts a secret for keeping.
     *
     * @param context what it is kept for; it opens for the same context only
     */
    public byte[] wrap(byte[] secret, String context) {
        return Sealing.seal(get(), secret, context);
    }

    /** The secret again. */
    public byte[] unwrap(byte[] wrapped, String context) {
        return Sealing.open(get(), wrapped, context);
    }

    private synchronized SecretKey get() {
        if (known == null) {
            try {
                known = new SecretKeySpec(kept(), "AES");
            } catch (IOException e) {
                throw new UncheckedIOException("The master key in " + folder + " can't be used", e);
            }
        }
        return known;
    }

    /** Nodes that share the folder wait for the one that makes the key. */
    private byte[] kept() throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("master.key");
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (!Files.exists(file)) {
                byte[] made = new byte[BYTES];
                new SecureRandom().nextBytes(made);
                Path begun = Files.createTempFile(
                        folder,
                        "master",
                        ".new",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(begun, made);
                Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != BYTES) {
                throw new IOException(file + " holds " + key.length + " bytes instead of " + BYTES);
            }
            return key;
        }
    }
}
