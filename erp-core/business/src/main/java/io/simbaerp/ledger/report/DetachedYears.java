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
        jdbc.sql("select ledger.year_detached_between(?, ?)")
                .params(from, to)
                .query(Integer.class)
                .optional()
                .ifPresent(year -> {
                    throw RuleViolation.ofField("from", "report.year-detached", String.valueOf(year));
                });
    }
}
