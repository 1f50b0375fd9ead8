package io.simbaerp.invoice.coding;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How often proposals would have been right: every posted invoice proposed once more from nothing but what was posted
 * before it, and compared with how it was coded.
 *
 * @param from the first issue date among them
 * @param unchanged invoices of which every line would have been right
 * @param all every line
 * @param followed the lines that had a precedent
 * @param bases the same by what the precedent had in common with the line
 * @param suppliers the same by supplier, the one with the most lines first
 */
public record HitRateReport(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int invoices,
        int unchanged,
        Score all,
        Score followed,
        List<OfBasis> bases,
        List<OfSupplier> suppliers) {

    public HitRateReport {
        bases = List.copyOf(bases);
        suppliers = List.copyOf(suppliers);
    }

    /**
     * Lines, and on how many of them the proposal was right.
     *
     * @param whole in account, cost centre and VAT code
     */
    public record Score(int lines, int accounts, int costCentres, int taxCodes, int whole) {

        public static final Score NONE = new Score(0, 0, 0, 0, 0);

        Score plus(Score other) {
            return new Score(
                    lines + other.lines,
                    accounts + other.accounts,
                    costCentres + other.costCentres,
                    taxCodes + other.taxCodes,
                    whole + other.whole);
        }

        /** In tenths of a percent, so that 1000 is every one; 0 where there is nothing to count. */
        public int rate() {
            return tenths(whole, lines);
        }

        public int accountRate() {
            return tenths(accounts, lines);
        }

        public int costCentreRate() {
            return tenths(costCentres, lines);
        }

        public int taxCodeRate() {
            return tenths(taxCodes, lines);
        }
    }

    /** Lines whose precedents had this in common with them. */
    public record OfBasis(Precedent.Basis basis, Score score) {}

    /** Lines of a supplier. */
    public record OfSupplier(UUID supplierId, String name, int invoices, int unchanged, Score score) {}

    /** Invoices right in every line, in tenths of a percent. */
    public int unchangedRate() {
        return tenths(unchanged, invoices);
    }

    /** A share in tenths of a percent. */
    public static int tenths(int hits, int of) {
        return of == 0 ? 0 : Math.round(1000f * hits / of);
    }
}
