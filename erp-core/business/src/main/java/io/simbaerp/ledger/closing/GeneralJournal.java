package io.simbaerp.ledger.closing;

import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.RuleViolation;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal of what the program works out itself: the first general one by code. */
public final class GeneralJournal {

    private GeneralJournal() {}

    /** @throws RuleViolation settlement.no-general-journal */
    public static String code(JdbcClient jdbc, CompanyId company) {
        return jdbc.sql(
                        "select code from ledger.journal where company_id = :company and kind = 'GENERAL' order by code limit 1")
                .param("company", company.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new RuleViolation("settlement.no-general-journal"));
    }
}
