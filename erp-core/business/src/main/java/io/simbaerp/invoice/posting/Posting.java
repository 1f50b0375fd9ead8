package io.simbaerp.invoice.posting;

import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.money.Money;
import io.simbaerp.tax.VatDirection;
import java.util.List;

/**
 * What an invoice means to the books.
 *
 * @param lines balanced to the cent; empty if the document moves no money at all
 */
public record Posting(EntryKind kind, List<LineDraft> lines, List<RegisterRow> rows) {

    public Posting {
        lines = List.copyOf(lines);
        rows = List.copyOf(rows);
    }

    /** A row of the VAT register, in the company's currency. */
    public record RegisterRow(VatDirection direction, String taxCode, Money base, Money tax, Money deductibleTax) {}
}
