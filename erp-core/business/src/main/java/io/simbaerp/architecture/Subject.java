package io.simbaerp.architecture;

import java.util.UUID;

/**
 * What an event, a task or a link is about.
 *
 * @param kind the record's kind in words, such as {@code document} or {@code journal-entry}
 */
public record Subject(String kind, UUID id) {

    /** Whoever acts, where nothing nearer is known: the user, or the company for which a process or job acts. */
    public static Subject of(Acting acting) {
        return acting.actor()
                .userId()
                .map(user -> new Subject("user", user))
                .orElseGet(() -> new Subject("company", acting.company().value()));
    }
}
