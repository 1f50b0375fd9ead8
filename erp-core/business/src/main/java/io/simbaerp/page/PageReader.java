package io.simbaerp.page;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who reads the page, as far as a page needs to know.
 *
 * @param language of words: English or Polish
 * @param format of figures and dates; the reader's own, independent of the language
 * @param zone the company's time zone, in which instants are written
 * @param onBehalfOf for whom the reader acts, by name; nothing in the own name
 */
public record PageReader(
        String displayName,
        String companyName,
        Locale language,
        Locale format,
        ZoneId zone,
        @Nullable String onBehalfOf) {

    /** In the own name. */
    public PageReader(String displayName, String companyName, Locale language, Locale format, ZoneId zone) {
        this(displayName, companyName, language, format, zone, null);
    }

    /** Two letters for the round picture: the first ones of the first two words, else of the only one. */
    public String initials() {
        String[] words = displayName.strip().split("[\\s,.-]+");
        String letters = words.length > 1
                ? words[0].substring(0, 1) + words[1].substring(0, 1)
                : displayName
                        .strip()
                        .substring(0, Math.min(2, displayName.strip().length()));
        return letters.toUpperCase(language);
    }
}
