package io.simbaerp.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, and the key after which the next part begins: {@code {items, next}} of REST, the pager of pages.
 *
 * @param next what to hand in as {@code after}, or null on the last part
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** Cuts rows of which one more than the limit was read: the surplus row says that there is more. */
    public static <T> Page<T> cut(List<T> rows, int limit, Function<? super T, String> key) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, key.apply(items.get(limit - 1)));
    }

    /** The same part, each row turned into what is shown. */
    public <R> Page<R> map(Function<? super T, ? extends R> row) {
        return new Page<>(items.stream().<R>map(row).toList(), next);
    }
}
