package io.simbaerp.ledger;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.List;

/** The trial balance: what stood on every account, what moved, what stands there now. */
@Query(Duty.VIEW_LEDGER)
public class TrialBalance {

    /**
     * The report.
     *
     * @param totals sums over the rows; opening and closing are nil when the books balance
     */
    public record Report(LocalDate from, LocalDate to, List<Row> rows, Totals totals) {}

    /**
     * One account. Opening and closing are debit minus credit: positive on the debit side, negative on the credit side.
     */
    public record Row(
            String account, String nameEn, String namePl, Money opening, Money debit, Money credit, Money closing) {}

    /** Sums over all accounts. */
    public record Totals(Money opening, Money debit, Money credit, Money closing) {}

    TrialBalance() {}

    /** Accounts that have a balance or moved between the two days, both included. */
    public Report of(LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException();
    }
}
