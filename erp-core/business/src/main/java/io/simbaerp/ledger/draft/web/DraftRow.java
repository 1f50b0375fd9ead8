package io.simbaerp.ledger.draft.web;

import io.simbaerp.ledger.draft.EntryDrafts;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.page.EnteredNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An unfinished entry in the list.
 *
 * @param about its text, else whom it is about; empty where neither stands there yet
 * @param day its posting date, if one can be read
 * @param lines how many lines name an account
 * @param debits the sum of the debits that can be read
 */
record DraftRow(
        UUID id,
        String about,
        String journal,
        String documentNumber,
        @Nullable LocalDate day,
        long lines,
        Money debits,
        Instant savedAt) {

    static DraftRow of(EntryDrafts.Draft draft, CurrencyCode base) {
        String narration = draft.text("narration");
        return new DraftRow(
                draft.id(),
                narration.isBlank() ? firstOf(draft, "party") : narration,
                draft.text("journal"),
                draft.text("documentNumber"),
                day(draft.text("postingDate")),
                values(draft, "account").stream()
                        .filter(value -> !value.isBlank())
                        .count(),
                new Money(
                                values(draft, "debit").stream()
                                        .map(DraftRow::amount)
                                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                                base)
                        .rounded(),
                draft.savedAt());
    }

    private static List<String> values(EntryDrafts.Draft draft, String field) {
        return draft.fields().getOrDefault(field, List.of());
    }

    private static String firstOf(EntryDrafts.Draft draft, String field) {
        return values(draft, field).stream()
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }

    private static BigDecimal amount(String text) {
        String plain = String.valueOf(EnteredNumber.plain(text));
        return plain.matches("[-+]?[0-9]{1,15}(\\.[0-9]{1,4})?") ? new BigDecimal(plain) : BigDecimal.ZERO;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
