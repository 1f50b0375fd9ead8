package io.simbaerp.company;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.money.ExchangeRate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A published rate in a list, with who recorded it when. */
public record ExchangeRateRow(UUID id, ExchangeRate rate, Instant recordedAt, String recordedBy) {

    /** What follows this row in the list. */
    public String cursor() {
        return rate.date() + "_" + rate.currency() + "_" + id;
    }

    record Cursor(LocalDate day, String currency, UUID id) {

        static @Nullable Cursor parse(@Nullable String text) {
            if (text == null) {
                return null;
            }
            String[] parts = text.split("_");
            try {
                return new Cursor(LocalDate.parse(parts[0]), parts[1], UUID.fromString(parts[2]));
            } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw RuleViolation.ofField("after", "list.cursor-unknown", text);
            }
        }
    }
}
