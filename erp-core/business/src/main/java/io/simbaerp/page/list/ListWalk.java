package io.simbaerp.page.list;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first rows of a list by indexes of their own. A list that reads its table in order passes everything its
 * reader may not see, which of a million rows may be nearly all; a walk goes through what is the reader's alone.
 */
public interface ListWalk {

    /**
     * A statement with the one column {@code id}: the first rows that match by its order, at most {@code :limit} from each
     * index it reads, and every one of them the reader's and none twice; null where the list is read as any other.
     */
    @Nullable
    String ids(Asked asked);

    /**
     * What was asked for.
     *
     * @param filters the values of those that are on
     * @param conditions the same filters as SQL
     * @param searched whether words were looked for
     * @param sort the column it is sorted by
     * @param after whether a page before ended at {@code :afterValue} and {@code :afterId}
     */
    record Asked(
            Map<String, List<String>> filters,
            Map<String, String> conditions,
            boolean searched,
            String sort,
            boolean falling,
            boolean after) {}
}
