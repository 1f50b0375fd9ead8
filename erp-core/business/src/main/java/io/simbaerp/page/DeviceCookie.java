package io.simbaerp.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.ResponseCookie;

/** What a device remembers for a year. No script reads it, no other site sends it, and over HTTPS it stays there. */
public final class DeviceCookie {

    private static final Duration KEPT = Duration.ofDays(365);

    private DeviceCookie() {}

    /** The header {@code Set-Cookie} that makes the device remember a value. */
    public static String of(HttpServletRequest request, String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(KEPT)
                .sameSite("Lax")
                .httpOnly(true)
                .secure(request.isSecure())
                .build()
                .toString();
    }
}
