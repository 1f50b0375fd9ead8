package io.simbaerp.invoice.booking;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.period.FiscalYears;
import io.simbaerp.ledger.closing.CloseCheck;
import io.simbaerp.ledger.closing.CloseFinding;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Before a year is closed: invoices issued until its end that are on their way into the books. */
@Component
class UnpostedInvoices implements CloseCheck {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    UnpostedInvoices(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    @Override
    public List<CloseFinding> run(FiscalYears.FiscalYearView year) {
        long unposted = jdbc.sql("""
                        select count(*) from invoice.purchase_invoice
                         where company_id = :company and state in ('RECEIVED', 'CODED') and issue_date <= :day""")
                .param("company", currentActor.company().value())
                .param("day", year.lastDay())
                .query(Long.class)
                .single();
        return unposted == 0 ? List.of() : List.of(CloseFinding.warns("unposted-invoices", "/documents", unposted));
    }
}
