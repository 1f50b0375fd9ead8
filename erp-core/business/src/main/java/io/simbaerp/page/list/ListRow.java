package io.simbaerp.page.list;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row as it came from the database: a value for each column, and what stands beside it.
 *
 * @param group what its group has in common, where rows are grouped
 */
record ListRow(
        UUID id,
        String sortValue,
        @Nullable String group,
        List<@Nullable Object> values,
        List<@Nullable Object> beside) {}
