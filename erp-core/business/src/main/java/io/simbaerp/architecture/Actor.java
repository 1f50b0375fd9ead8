package io.simbaerp.architecture;

import java.util.Optional;
import java.util.UUID;

/**
 * Who acts: a person, a process, a route or the system itself. The name is an id or a key, never a personal name, so
 * that it may stand in the audit trail for ever.
 *
 * @param name the user's id for a person, otherwise the id of process, route or job
 */
public record Actor(Kind kind, String name) {

    /** The four kinds of actors. */
    public enum Kind {
        PERSON,
        PROCESS,
        ROUTE,
        SYSTEM
    }

    public static Actor person(UUID userId) {
        return new Actor(Kind.PERSON, userId.toString());
    }

    public static Actor process(String processId) {
        return new Actor(Kind.PROCESS, processId);
    }

    public static Actor route(String routeId) {
        return new Actor(Kind.ROUTE, routeId);
    }

    public static Actor system(String job) {
        return new Actor(Kind.SYSTEM, job);
    }

    /** The reverse of {@link #toString()}. */
    public static Actor parse(String text) {
        int colon = text.indexOf(':');
        return new Actor(
                Kind.valueOf(text.substring(0, colon).toUpperCase(java.util.Locale.ROOT)), text.substring(colon + 1));
    }

    /** The user's id if this is a person. */
    public Optional<UUID> userId() {
        return kind == Kind.PERSON ? Optional.of(UUID.fromString(name)) : Optional.empty();
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + name;
    }
}
