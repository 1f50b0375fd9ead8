package io.simbaerp.invoice.coding;

import io.simbaerp.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice, or a part of one, and where it goes.
 *
 * @param line the key of the {@link CodableLine}
 */
public record CodedLine(
        String line, String account, @Nullable String costCentre, String taxCode, Money net) {}
