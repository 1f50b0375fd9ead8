package io.simbaerp.page.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list as a file. Values are texts, whole numbers, decimals, dates or date-times in the reader's zone. */
public interface ListFile {

    void begin(List<String> heads);

    void row(List<@Nullable Object> values);

    /** Nothing more comes. */
    void end();
}
