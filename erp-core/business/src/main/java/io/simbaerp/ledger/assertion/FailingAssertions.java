package io.simbaerp.ledger.assertion;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.period.FiscalYears;
import io.simbaerp.ledger.closing.CloseCheck;
import io.simbaerp.ledger.closing.CloseFinding;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Before a year is closed: what is asserted of its days and doesn't hold now, whatever the last check found. */
@Component
class FailingAssertions implements CloseCheck {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    FailingAssertions(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    @Override
    public List<CloseFinding> run(FiscalYears.FiscalYearView year) {
        List<String> failing = jdbc.sql("""
                        select a.code || ' ' || b.day from ledger.balance_assertion b
                          join ledger.account a on a.company_id = b.company_id and a.id = b.account_id
                         where b.company_id = :company and b.withdrawn_at is null
                           and b.day between :first and :last and ledger.balance_at(b.account_id, b.day) <> b.balance
                         order by b.day, a.code""")
                .param("company", currentActor.company().value())
                .param("first", year.firstDay())
                .param("last", year.lastDay())
                .query(String.class)
                .list();
        return failing.isEmpty()
                ? List.of()
                : List.of(CloseFinding.warns(
                        "assertions-failing", "/ledger/assertions?state=FAILING", failing.size(), failing.get(0)));
    }
}
