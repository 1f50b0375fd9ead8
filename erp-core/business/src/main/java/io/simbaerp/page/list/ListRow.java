package io.simbaerp.page.list;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row as it came from the database: a value for each column, and what stands beside it. */
record ListRow(UUID id, String sortValue, List<@Nullable Object> values, List<@Nullable Object> beside) {}
