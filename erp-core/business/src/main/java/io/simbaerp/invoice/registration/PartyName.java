package io.simbaerp.invoice.registration;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of firms as they are compared: without legal forms, marks and accents. */
public final class PartyName {

    /** What says only of what kind a firm is. */
    private static final Set<String> FORMS = Set.of(
            "sp",
            "z",
            "o",
            "oo",
            "zoo",
            "s",
            "a",
            "sa",
            "k",
            "j",
            "sk",
            "ska",
            "p",
            "spolka",
            "ograniczona",
            "odpowiedzialnoscia",
            "akcyjna",
            "komandytowa",
            "jawna",
            "gmbh",
            "ag",
            "kg",
            "co",
            "ohg",
            "ug",
            "ev",
            "ltd",
            "limited",
            "llc",
            "inc",
            "plc",
            "sarl",
            "sas",
            "srl",
            "spa",
            "bv",
            "nv",
            "ab",
            "as",
            "oy",
            "aps",
            "kft",
            "sro",
            "i",
            "and",
            "und",
            "et");

    /** In percent of the words of the longer one. */
    private static final int ALIKE = 60;

    private PartyName() {}

    /** Whether most of the words of both that say something are the same. */
    public static boolean isAlike(String one, String other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        Set<String> common = new LinkedHashSet<>(words);
        common.retainAll(others);
        int larger = Math.max(words.size(), others.size());
        return larger > 0 && 100 * common.size() >= ALIKE * larger;
    }

    /** The longest word of a name as written, to search for. */
    public static Optional<String> mark(String name) {
        return Arrays.stream(name.split("[^\\p{L}\\p{Nd}]+"))
                .filter(word -> !words(word).isEmpty())
                .max(Comparator.comparingInt(String::length))
                .filter(word -> word.length() > 2);
    }

    private static Set<String> words(String name) {
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT).replace('\u0142', 'l'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return Arrays.stream(plain.split("[^\\p{L}\\p{Nd}]+"))
                .filter(word -> !word.isEmpty() && !FORMS.contains(word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
