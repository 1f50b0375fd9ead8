package io.simbaerp.ledger.report;

import io.simbaerp.architecture.RuleViolation;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calendar years whose lines the operator keeps elsewhere: a report that needs them says so instead of leaving them out. */
public final class DetachedYears {

    /** Before any books. */
    static final LocalDate EVER = LocalDate.of(1990, 1, 1);

    private DetachedYears() {}

    /** @throws RuleViolation report.year-detached */
    public static void requireNone(JdbcClient jdbc, LocalDate from, LocalDate to) {
        refuse(jdbc, "select ledger.year_detached_between(?, ?)", from, to);
    }

    /**
     * The same before a page, which reads few records by their keys whatever the size of the books: from here on the
     * transaction's statements are planned once a connection, since planning them took longer than doing them. Such a plan
     * doesn't know the days asked for and would read an account's lines whole to sort them: without bitmaps it walks the
     * index, which has them in the order of the books, until the page is full.
     *
     * @throws RuleViolation report.year-detached
     */
    public static void requireNoneBeforeAPage(JdbcClient jdbc, LocalDate from, LocalDate to) {
        refuse(
                jdbc,
                "select ledger.year_detached_between(?, ?)"
                        + " from set_config('plan_cache_mode', 'force_generic_plan', true) planned,"
                        + " set_config('enable_bitmapscan', 'off', true) walked",
                from,
                to);
    }

    private static void refuse(JdbcClient jdbc, String question, LocalDate from, LocalDate to) {
        jdbc.sql(question).params(from, to).query(Integer.class).optional().ifPresent(year -> {
            throw RuleViolation.ofField("from", "report.year-detached", String.valueOf(year));
        });
    }
}
