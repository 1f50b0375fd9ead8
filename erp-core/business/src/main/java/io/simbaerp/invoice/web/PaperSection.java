package io.simbaerp.invoice.web;

import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of the invoice like paper that only some invoices have.
 *
 * @param key the message key of its heading, after {@code invoice.paper.section-}
 */
record PaperSection(String key, List<Fact> facts) {

    PaperSection {
        facts = List.copyOf(facts);
    }

    /**
     * Something said in it.
     *
     * @param key the message key of its label, after {@code invoice.paper.fact-}; nothing if the label comes from the file
     * @param name the label as the file has it
     * @param parts amounts, days, numbers, texts and words; none for what is just so
     */
    record Fact(@Nullable String key, @Nullable String name, List<Part> parts) {

        Fact {
            parts = List.copyOf(parts);
        }
    }

    /**
     * One thing said.
     *
     * @param word the message key of a word of ours, after {@code invoice.paper.fact-}
     * @param value an amount, a day, a number or a text
     * @param plain what is put into a field when it is chosen
     */
    record Part(
            @Nullable String word,
            @Nullable Object value,
            @Nullable String plain) {

        static Part of(Object value) {
            if (value instanceof Money money) {
                return new Part(null, value, money.amount().toPlainString());
            }
            return new Part(
                    null, value, value instanceof BigDecimal number ? number.toPlainString() : value.toString());
        }
    }

    /** The word for a code; a code that is not written in capitals is the seller's own text. */
    static @Nullable Part word(String prefix, @Nullable String code) {
        if (code == null) {
            return null;
        }
        return code.matches("[A-Z_]+") ? new Part(prefix + key(code), null, null) : Part.of(code);
    }

    static String key(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Collects facts; what is not stated is left out. */
    static final class Facts {

        private final List<Fact> facts = new ArrayList<>();

        /** Something that is so. */
        void mark(String key, boolean so) {
            if (so) {
                facts.add(new Fact(key, null, List.of()));
            }
        }

        void word(String key, String prefix, @Nullable Enum<?> code) {
            add(key, code == null ? null : PaperSection.word(prefix, code.name()));
        }

        void add(String key, @Nullable Object... parts) {
            List<Part> stated = Stream.of(parts)
                    .filter(Objects::nonNull)
                    .map(part -> part instanceof Part known ? known : Part.of(part))
                    .toList();
            if (!stated.isEmpty()) {
                facts.add(new Fact(key, null, stated));
            }
        }

        void named(String name, @Nullable String value) {
            if (value != null) {
                facts.add(new Fact(null, name, List.of(Part.of(value))));
            }
        }

        List<Fact> all() {
            return facts;
        }
    }
}
