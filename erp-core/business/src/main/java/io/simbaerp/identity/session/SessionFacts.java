package io.simbaerp.identity.session;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** What a session remembers of its beginning: when, from which address and by which browser somebody signed in. */
public final class SessionFacts {

    private static final String AT = "simba.signed-in-at";
    private static final String ADDRESS = "simba.address";
    private static final String BROWSER = "simba.browser";
    private static final int LONGEST_BROWSER = 300;

    private SessionFacts() {}

    public static void keep(HttpSession session, Instant at, String address, @Nullable String browser) {
        session.setAttribute(AT, at.toEpochMilli());
        session.setAttribute(ADDRESS, address);
        if (browser != null) {
            session.setAttribute(
                    BROWSER, browser.length() <= LONGEST_BROWSER ? browser : browser.substring(0, LONGEST_BROWSER));
        }
    }

    /** When it began by signing in; nothing before that. */
    public static Optional<Instant> signedInAt(HttpSession session) {
        return instant(session::getAttribute);
    }

    static Optional<Instant> signedInAt(Session session) {
        return instant(session::getAttribute);
    }

    static String address(Session session) {
        return session.getAttributeOrDefault(ADDRESS, "");
    }

    static String browser(Session session) {
        return session.getAttributeOrDefault(BROWSER, "");
    }

    private static Optional<Instant> instant(Function<String, @Nullable Object> attributes) {
        return attributes.apply(AT) instanceof Long millis
                ? Optional.of(Instant.ofEpochMilli(millis))
                : Optional.empty();
    }
}
