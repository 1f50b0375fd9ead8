package io.simbaerp.ledger.closing;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands on the accounts at the end of a day. */
@Component
class YearBalances {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;

    YearBalances(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
    }

    /** Lines that bring every account of income and expenses to nil, apart by cost centre and dimensions. */
    List<LineDraft> closingLines(LocalDate day) {
        CurrencyCode base = currentCompany.get().baseCurrency();
        return jdbc.sql("""
                        select a.code, c.code as cost_centre, sum(l.debit - l.credit) as balance,
                               ledger.dimension_numbers(l.company_id, l.dimensions) as dimension_numbers
                          from ledger.account a
                          join ledger.journal_line l on l.company_id = a.company_id and l.account_id = a.id
                           and l.posting_date <= :day
                          left join ledger.cost_centre c on c.company_id = l.company_id and c.id = l.cost_centre_id
                         where a.company_id = :company and a.type in ('REVENUE', 'EXPENSE')
                         group by a.code, c.code, l.company_id, l.dimensions
                        having sum(l.debit - l.credit) <> 0
                         order by a.code, c.code""")
                .param("company", currentActor.company().value())
                .param("day", day)
                .query((row, n) -> line(row, base))
                .list();
    }

    private static LineDraft line(ResultSet row, CurrencyCode base) throws SQLException {
        Money balance = new Money(row.getBigDecimal("balance"), base).rounded();
        return new LineDraft(
                row.getString("code"),
                balance.isNegative() ? Side.DEBIT : Side.CREDIT,
                balance.isNegative() ? balance.negated() : balance,
                null,
                null,
                null,
                null,
                null,
                row.getString("cost_centre"),
                null,
                false,
                false,
                dimensions(row.getArray("dimension_numbers")));
    }

    private static Map<String, String> dimensions(@Nullable Array numbers) throws SQLException {
        Map<String, String> dimensions = new TreeMap<>();
        if (numbers != null) {
            String[] words = (String[]) numbers.getArray();
            for (int at = 0; at + 1 < words.length; at += 2) {
                dimensions.put(words[at], words[at + 1]);
            }
        }
        return dimensions;
    }

    /** What goes on into the next year: the balances of all accounts that aren't income or expenses. */
    List<YearEndView.Carried> carried(LocalDate day) {
        CurrencyCode base = currentCompany.get().baseCurrency();
        return jdbc.sql("""
                        select a.code, a.name_en, a.name_pl, sum(d.debit - d.credit) as balance
                          from ledger.account a
                          join ledger.turnover_day d on d.company_id = a.company_id and d.account_id = a.id and d.day <= :day
                         where a.company_id = :company and a.type not in ('REVENUE', 'EXPENSE')
                         group by a.code, a.name_en, a.name_pl
                        having sum(d.debit - d.credit) <> 0 order by a.code""")
                .param("company", currentActor.company().value())
                .param("day", day)
                .query((row, n) -> new YearEndView.Carried(
                        row.getString("code"),
                        row.getString("name_en"),
                        row.getString("name_pl"),
                        new Money(row.getBigDecimal("balance"), base).rounded()))
                .list();
    }

    /** How many accounts of income and expenses still have a balance at the end of the day. */
    long unclosed(LocalDate day) {
        return jdbc.sql("""
                        select count(*) from (
                               select d.account_id from ledger.turnover_day d
                                 join ledger.account a on a.company_id = d.company_id and a.id = d.account_id
                                where d.company_id = :company and d.day <= :day and a.type in ('REVENUE', 'EXPENSE')
                                group by d.account_id having sum(d.debit - d.credit) <> 0) open""")
                .param("company", currentActor.company().value())
                .param("day", day)
                .query(Long.class)
                .single();
    }
}
