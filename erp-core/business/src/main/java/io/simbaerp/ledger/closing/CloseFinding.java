package io.simbaerp.ledger.closing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the way of closing.
 *
 * @param rule its sentence is {@code rule.year-end.<rule>}
 * @param blocking whether it stops closing; otherwise a reason is enough
 * @param href where it is dealt with
 */
public record CloseFinding(
        String rule, boolean blocking, @Nullable String href, List<Object> args) {

    /** Stops closing. */
    public static CloseFinding blocks(String rule, @Nullable String href, Object... args) {
        return new CloseFinding(rule, true, href, List.of(args));
    }

    /** Needs a reason. */
    public static CloseFinding warns(String rule, @Nullable String href, Object... args) {
        return new CloseFinding(rule, false, href, List.of(args));
    }
}
