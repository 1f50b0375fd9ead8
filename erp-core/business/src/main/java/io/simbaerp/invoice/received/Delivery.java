package io.simbaerp.invoice.received;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where and when goods or services were delivered (BG-13).
 *
 * @param name BT-70: who received them
 * @param location BT-71
 * @param date BT-72: actual date of delivery
 * @param address BG-15
 */
public record Delivery(
        @Nullable String name,
        @Nullable Identifier location,
        @Nullable LocalDate date,
        @Nullable PostalAddress address) {}
