package io.simbaerp.architecture;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where an act came from: the door, the address behind it, and by which session or token. The security chain binds it
 * for a request; elsewhere the kind of actor tells the door.
 *
 * @param session a fingerprint by which acts of one session or token are known, never what opens it
 */
public record Origin(
        Channel channel, @Nullable String address, @Nullable String session) {

    private static final ThreadLocal<@Nullable Origin> BOUND = new ThreadLocal<>();

    /** The doors of the house. */
    public enum Channel {
        PAGE,
        REST,
        PROCESS,
        ROUTE,
        SYSTEM
    }

    /** Where what the actor does on this thread comes from. */
    public static Origin of(Actor actor) {
        Origin bound = BOUND.get();
        if (bound != null) {
            return bound;
        }
        Channel channel =
                switch (actor.kind()) {
                    case PERSON -> Channel.PAGE;
                    case PROCESS -> Channel.PROCESS;
                    case ROUTE -> Channel.ROUTE;
                    case SYSTEM -> Channel.SYSTEM;
                };
        return new Origin(channel, null, null);
    }

    /** Does the work as coming from here, and then restores what was bound before. */
    public <T extends @Nullable Object> T during(Supplier<T> work) {
        Origin before = BOUND.get();
        BOUND.set(this);
        try {
            return work.get();
        } finally {
            if (before == null) {
                BOUND.remove();
            } else {
                BOUND.set(before);
            }
        }
    }
}
