package io.simbaerp.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The check value that names an original: SHA-256 (FIPS 180-4) in lower-case hexadecimal. */
public final class Sha256 {

    private Sha256() {}

    /** The check value of this content. */
    public static String of(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
