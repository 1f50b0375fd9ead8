package io.simbaerp.invoice.duplicate;

import io.simbaerp.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice is compared by.
 *
 * @param supplierId the party it was matched with
 * @param supplierKey by what suppliers are told apart that were not matched
 * @param numberKey its number as numbers are compared
 */
public record Sample(
        UUID invoiceId,
        Instant registeredAt,
        @Nullable UUID supplierId,
        String supplierKey,
        String numberKey,
        boolean creditNote,
        LocalDate issueDate,
        Money gross,
        @Nullable String ksefNumber) {}
