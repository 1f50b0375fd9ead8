package io.simbaerp.architecture;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Encrypts what is kept: AES-256-GCM, a new nonce each time before the text, bound to what it is kept for. */
public final class Sealing {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealing() {}

    public static byte[] seal(SecretKey key, byte[] plain, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] text = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + text.length);
            System.arraycopy(text, 0, sealed, NONCE_BYTES, text.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + CIPHER, e);
        }
    }

    /** @throws IllegalStateException if it was changed, or sealed with another key or for something else */
    public static byte[] open(SecretKey key, byte[] sealed, String context) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE_BYTES), context)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("What is kept for " + context + " doesn't open with this key", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
