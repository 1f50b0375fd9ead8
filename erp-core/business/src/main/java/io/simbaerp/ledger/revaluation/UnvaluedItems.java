package io.simbaerp.ledger.revaluation;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.company.period.FiscalYears;
import io.simbaerp.ledger.closing.CloseCheck;
import io.simbaerp.ledger.closing.CloseFinding;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Before a year is closed: items and balances in foreign currency that stood on its last day and are not valued on it, and
 * items settled by then whose differences of valuations that stay are still in the books.
 */
@Component
class UnvaluedItems implements CloseCheck {

    private static final String UNVALUED = """
            select (select count(*) from ledger.open_at(:day) o
              join ledger.open_item i on i.company_id = :company and i.id = o.item_id
             where i.currency <> :base
               and not exists (select from ledger.revalued_item v
                                 join ledger.revaluation r
                                   on r.company_id = v.company_id and r.id = v.revaluation_id
                                where v.company_id = i.company_id and v.item_id = i.id and r.day = :day
                                  and r.taken_back_at is null))
                   + (select count(*) from ledger.foreign_balances(:day, :base) b
                       where (b.balance <> 0 or b.carried <> 0)
                         and not exists (select from ledger.revalued_account v
                                           join ledger.revaluation r
                                             on r.company_id = v.company_id and r.id = v.revaluation_id
                                          where v.company_id = :company and v.account_id = b.account_id
                                            and r.day = :day and r.taken_back_at is null))
                   + (select count(*)
                        from (select v.item_id from ledger.revalued_item v
                                join ledger.revaluation r
                                  on r.company_id = v.company_id and r.id = v.revaluation_id
                               where v.company_id = :company and r.method = 'CUMULATIVE' and r.day < :day
                                 and r.taken_back_at is null
                               group by v.item_id having sum(v.difference) <> 0) stayed
                       where stayed.item_id not in (select o.item_id from ledger.open_at(:day) o)
                         and not exists (select from ledger.revalued_item v
                                           join ledger.revaluation r
                                             on r.company_id = v.company_id and r.id = v.revaluation_id
                                          where v.company_id = :company and v.item_id = stayed.item_id
                                            and r.day = :day and r.taken_back_at is null))""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;

    UnvaluedItems(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
    }

    @Override
    public List<CloseFinding> run(FiscalYears.FiscalYearView year) {
        long unvalued = jdbc.sql(UNVALUED)
                .param("company", currentActor.company().value())
                .param("base", currentCompany.get().baseCurrency().code())
                .param("day", year.lastDay())
                .query(Long.class)
                .single();
        return unvalued == 0
                ? List.of()
                : List.of(CloseFinding.warns("items-unvalued", "/ledger/revaluations?day=" + year.lastDay(), unvalued));
    }
}
