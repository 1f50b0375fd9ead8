package io.simbaerp.database;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what is too large to hold in memory. */
final class FileHash {

    private FileHash() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The hash of the next {@code length} bytes, or of all that are left if there are fewer. */
    static String of(InputStream content, long length) throws IOException {
        MessageDigest digest = digest();
        byte[] part = new byte[1 << 16];
        long left = length;
        while (left > 0) {
            int read = content.read(part, 0, (int) Math.min(part.length, left));
            if (read < 0) {
                break;
            }
            digest.update(part, 0, read);
            left -= read;
        }
        return hex(digest);
    }

    static String of(InputStream content) throws IOException {
        return of(content, Long.MAX_VALUE);
    }
}
