package io.simbaerp.architecture.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A check value that names content: SHA-256 (FIPS 180-4), in lower-case hexadecimal where it is kept as text. */
public final class Sha256 {

    private Sha256() {}

    /** The check value of this content. */
    public static String of(byte[] content) {
        return HexFormat.of().formatHex(bytes(content));
    }

    /** The check value of this text in UTF-8. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The check value of this content, as it is computed. */
    public static byte[] bytes(byte[] content) {
        return digest().digest(content);
    }

    /** For content that comes in parts. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
