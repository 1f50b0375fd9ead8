package io.simbaerp.security;

import io.simbaerp.architecture.Origin;
import io.simbaerp.architecture.Origin.Channel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Where a request comes from, for the audit trail. */
final class RequestOrigin {

    /** As much of a SHA-256 as tells sessions apart and opens none. */
    private static final int FINGERPRINT_BYTES = 8;

    private RequestOrigin() {}

    static Origin of(HttpServletRequest request) {
        return new Origin(
                request.getRequestURI().startsWith("/api/") ? Channel.REST : Channel.PAGE,
                request.getRemoteAddr(),
                session(request));
    }

    /** A token's fingerprint is the beginning of the SHA-256 that is kept of it. */
    private static @Nullable String session(HttpServletRequest request) {
        String token = AccessTokenFilter.tokenOf(request);
        if (token != null) {
            return "token " + fingerprint(token);
        }
        HttpSession session = request.getSession(false);
        return session == null ? null : sessionName(session.getId());
    }

    static String sessionName(String sessionId) {
        return "session " + fingerprint(sessionId);
    }

    static String fingerprint(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
