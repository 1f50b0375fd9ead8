package io.simbaerp.page;

import org.jspecify.annotations.Nullable;

/** Numbers as people write them into a form. */
public final class EnteredNumber {

    private EnteredNumber() {}

    /**
     * 8 600,00 and 8.600,00 and 8,600.00 as a plain number: the last mark of two is the decimal one. What is no number
     * stays as unreadable as it was.
     */
    public static @Nullable String plain(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String bare = text.replaceAll("[\\s\\u00a0\\u202f']", "").replace('\u2212', '-');
        int comma = bare.lastIndexOf(',');
        int point = bare.lastIndexOf('.');
        return comma > point ? bare.replace(".", "").replace(',', '.') : comma >= 0 ? bare.replace(",", "") : bare;
    }
}
