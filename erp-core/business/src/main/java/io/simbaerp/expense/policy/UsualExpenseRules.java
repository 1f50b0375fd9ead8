package io.simbaerp.expense.policy;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.ledger.ChartOfAccountsInstalled;
import io.simbaerp.ledger.chart.ChartImported;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives a company with a chart of accounts, ours or one it brought along, the usual categories, the statutory rates of drives
 * and the daily allowance. What is there already stays as it is, except a settlement account that the chart does not keep
 * open items on: the first one it does takes its place.
 */
@Component
class UsualExpenseRules {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    UsualExpenseRules(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @EventListener({ChartOfAccountsInstalled.class, ChartImported.class})
    void install() {
        rows("/expense/categories-pl.csv").forEach(this::category);
        rows("/expense/rates-pl.csv").forEach(this::rate);
        ExpensePolicy usual = ExpensePolicy.USUAL;
        jdbc.sql("""
                        insert into expense.policy (company_id, journal, settlement_account, card_account, pay_within_days,
                               claim_within_days)
                        values (:company, :journal, :settlement, :card, :pay, :claim) on conflict do nothing""")
                .param("company", currentActor.company().value())
                .param("journal", usual.journal())
                .param("settlement", usual.settlementAccount())
                .param("card", usual.cardAccount())
                .param("pay", usual.payWithinDays())
                .param("claim", usual.claimWithinDays())
                .update();
        jdbc.sql("""
                        update expense.policy p set settlement_account = (
                                select min(a.code) from ledger.account a
                                 where a.company_id = p.company_id and a.control = 'EMPLOYEE' and a.postable)
                         where p.company_id = :company
                           and exists (select from ledger.account a
                                        where a.company_id = p.company_id and a.control = 'EMPLOYEE' and a.postable)
                           and not exists (select from ledger.account a
                                            where a.company_id = p.company_id and a.code = p.settlement_account
                                              and a.control = 'EMPLOYEE')""").param("company", currentActor.company().value()).update();
    }

    private void category(CSVRecord row) {
        jdbc.sql("""
                        insert into expense.category (company_id, id, code, kind, name_en, name_pl, account, tax_code,
                               line_limit, receipt_above)
                        values (:company, :id, :code, :kind, :en, :pl, :account, :tax, :limit, :receipt)
                        on conflict on constraint category_code_is_unique do nothing""")
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("code", row.get("code"))
                .param("kind", row.get("kind"))
                .param("en", row.get("name_en"))
                .param("pl", row.get("name_pl"))
                .param("account", row.get("account"))
                .param("tax", row.get("tax_code"))
                .param("limit", number(row.get("line_limit")), Types.NUMERIC)
                .param("receipt", number(row.get("receipt_above")), Types.NUMERIC)
                .update();
    }

    private void rate(CSVRecord row) {
        boolean drive = row.get("kind").equals("MILEAGE");
        jdbc.sql("insert into expense." + (drive ? "mileage_rate" : "per_diem_rate") + " (company_id, id, "
                        + (drive ? "vehicle" : "country")
                        + ", valid_from, rate) values (:company, :id, :key, :from, :rate) on conflict do nothing")
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("key", row.get("key"))
                .param("from", LocalDate.parse(row.get("valid_from")))
                .param("rate", new BigDecimal(row.get("rate")))
                .update();
    }

    private static @Nullable BigDecimal number(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    private static List<CSVRecord> rows(String resource) {
        try (InputStream stream =
                        Objects.requireNonNull(UsualExpenseRules.class.getResourceAsStream(resource), resource);
                InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return FORMAT.parse(reader).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
