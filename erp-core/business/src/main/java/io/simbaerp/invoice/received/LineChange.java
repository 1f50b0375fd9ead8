package io.simbaerp.invoice.received;

import io.simbaerp.money.Money;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one position of an invoice comes to: the line itself, or in a correction that shows both states (StanPrzed) the
 * line after minus the line before.
 *
 * @param before the line as the original had it
 * @param after the line as it is now; only a line that was struck out has none
 */
public record LineChange(
        @Nullable InvoiceLine before, @Nullable InvoiceLine after) {

    public LineChange {
        if (before == null && after == null) {
            throw new IllegalArgumentException("A position has a line before or after");
        }
    }

    /** The positions of lines in their order; a line before and the line after it belongs to are one. */
    public static List<LineChange> of(List<InvoiceLine> lines) {
        Map<String, Deque<InvoiceLine>> waiting = new HashMap<>();
        for (InvoiceLine line : lines) {
            String key = key(line);
            if (line.before() && key != null) {
                waiting.computeIfAbsent(key, any -> new ArrayDeque<>()).add(line);
            }
        }
        Map<InvoiceLine, LineChange> paired = new IdentityHashMap<>();
        for (InvoiceLine line : lines) {
            Deque<InvoiceLine> befores = line.before() ? null : waiting.get(String.valueOf(key(line)));
            InvoiceLine before = befores == null ? null : befores.poll();
            if (before != null) {
                LineChange change = new LineChange(before, line);
                paired.put(before, change);
                paired.put(line, change);
            }
        }
        return inOrder(lines, paired);
    }

    private static List<LineChange> inOrder(List<InvoiceLine> lines, Map<InvoiceLine, LineChange> paired) {
        Set<LineChange> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        List<LineChange> changes = new ArrayList<>();
        for (InvoiceLine line : lines) {
            LineChange change = paired.get(line);
            if (change == null) {
                changes.add(line.before() ? new LineChange(line, null) : new LineChange(null, line));
            } else if (taken.add(change)) {
                changes.add(change);
            }
        }
        return changes;
    }

    /** The line that tells what it is about: the one after, else the one before. */
    public InvoiceLine line() {
        InvoiceLine shown = after != null ? after : before;
        if (shown == null) {
            throw new IllegalStateException("A position has a line before or after");
        }
        return shown;
    }

    /** BT-131 after minus BT-131 before; {@code null} when one of them states none. */
    public @Nullable Money net() {
        Money now = after == null ? null : after.net();
        Money then = before == null ? null : before.net();
        if (before == null) {
            return now;
        }
        if (then == null) {
            return null;
        }
        if (after == null) {
            return then.negated();
        }
        return now == null ? null : now.minus(then);
    }

    private static @Nullable String key(InvoiceLine line) {
        String id = line.polish() == null ? null : line.polish().uniqueId();
        return id != null ? "id " + id : line.number();
    }
}
