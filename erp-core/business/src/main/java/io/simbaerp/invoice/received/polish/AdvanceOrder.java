package io.simbaerp.invoice.received.polish;

import io.simbaerp.invoice.received.InvoiceLine;
import io.simbaerp.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order an advance was paid for.
 *
 * @param value WartoscZamowienia: with VAT
 * @param lines ZamowienieWiersz, in the terms of an invoice's lines; they are not what is invoiced
 */
public record AdvanceOrder(@Nullable Money value, List<InvoiceLine> lines) {

    public AdvanceOrder {
        lines = List.copyOf(lines);
    }
}
