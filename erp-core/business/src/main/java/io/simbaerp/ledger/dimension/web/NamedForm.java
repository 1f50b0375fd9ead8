package io.simbaerp.ledger.dimension.web;

import io.simbaerp.ledger.dimension.NamedDraft;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An axis, a value or a key as somebody typed it or a program sent it.
 *
 * @param version the version that was read, or nothing for a new one
 */
record NamedForm(
        @Nullable String code,
        @Nullable String nameEn,
        @Nullable String namePl,
        @Nullable LocalDate activeFrom,
        @Nullable LocalDate activeTo,
        @Nullable Integer version) {

    NamedDraft draft(LocalDate today) {
        return draft(text(code), today);
    }

    NamedDraft draft(String fixedCode, LocalDate today) {
        return new NamedDraft(
                fixedCode,
                text(nameEn),
                text(namePl),
                Objects.requireNonNullElse(activeFrom, today.withDayOfYear(1)),
                activeTo);
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
