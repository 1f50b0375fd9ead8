package io.simbaerp.identity;

import io.simbaerp.architecture.digest.Sha256;
import java.nio.charset.StandardCharsets;

/** How tokens, codes and sessions are recognised without being kept: by the SHA-256 of what opens them. */
public final class SecretHash {

    private SecretHash() {}

    public static byte[] of(String text) {
        return Sha256.bytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
