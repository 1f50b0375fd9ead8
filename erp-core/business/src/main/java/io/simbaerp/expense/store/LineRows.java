package io.simbaerp.expense.store;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.expense.ClaimView;
import io.simbaerp.expense.LineDraft;
import io.simbaerp.expense.reckoning.Worth;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Lines of claims as they are kept. */
@Component
public class LineRows {

    private static final String SELECT = """
            select l.*, k.account as coded_account, k.cost_centre as coded_centre, k.tax_code as coded_tax, k.seller_id,
                   k.coded_by
              from expense.line l
              left join expense.coding k on k.company_id = l.company_id and k.line_id = l.id
             where l.company_id = :company and l.claim_id = any (:claims)
             order by l.position, l.id""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;
    private final Clock clock;

    LineRows(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
        this.clock = clock;
    }

    /** By claim, in the order in which they were added. */
    Map<UUID, List<ClaimView.LineView>> of(Collection<UUID> claims) {
        CurrencyCode base = currentCompany.get().baseCurrency();
        Map<UUID, List<ClaimView.LineView>> byClaim = new HashMap<>();
        jdbc.sql(SELECT)
                .param("company", currentActor.company().value())
                .param("claims", claims.toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    byClaim.computeIfAbsent(row.getObject("claim_id", UUID.class), none -> new ArrayList<>())
                            .add(line(row, base));
                });
        return byClaim;
    }

    /** Adds one after the others. */
    public UUID add(UUID claim, LineDraft draft, Worth worth, ClaimView.@Nullable ReceiptView receipt) {
        UUID id = NewId.at(clock);
        content(jdbc.sql("""
                        insert into expense.line (company_id, id, claim_id, position, spent_on, category, description, merchant,
                               merchant_tax_id, document_number, currency, gross, paid_by, cost_centre, receipt_sha256,
                               receipt_name, receipt_size, no_receipt_reason, base, rate, rate_date, rate_table, rate_source,
                               reckoning, written_by)
                        values (:company, :id, :claim,
                                1 + (select coalesce(max(o.position), 0) from expense.line o
                                      where o.company_id = :company and o.claim_id = :claim),
                                :spentOn, :category, :description, :merchant, :taxId, :document, :currency, :gross, :paidBy,
                                :centre, :receiptHash, :receiptName, :receiptSize, :noReceipt, :base, :rate, :rateDate,
                                :rateTable, :rateSource, cast(:reckoning as jsonb), :by)"""), draft, worth, receipt)
                .param("company", currentActor.company().value())
                .param("id", id)
                .param("claim", claim)
                .param("by", currentActor.actor().toString())
                .update();
        return id;
    }

    public void change(UUID line, LineDraft draft, Worth worth, ClaimView.@Nullable ReceiptView receipt) {
        content(jdbc.sql("""
                        update expense.line
                           set spent_on = :spentOn, category = :category, description = :description, merchant = :merchant,
                               merchant_tax_id = :taxId, document_number = :document, currency = :currency, gross = :gross,
                               paid_by = :paidBy, cost_centre = :centre, receipt_sha256 = :receiptHash,
                               receipt_name = :receiptName, receipt_size = :receiptSize, no_receipt_reason = :noReceipt,
                               base = :base, rate = :rate, rate_date = :rateDate, rate_table = :rateTable,
                               rate_source = :rateSource, reckoning = cast(:reckoning as jsonb), written_by = :by
                         where company_id = :company and id = :id"""), draft, worth, receipt)
                .param("company", currentActor.company().value())
                .param("id", line)
                .param("by", currentActor.actor().toString())
                .update();
    }

    public void remove(UUID line) {
        jdbc.sql("delete from expense.line where company_id = ? and id = ?")
                .params(currentActor.company().value(), line)
                .update();
    }

    private static JdbcClient.StatementSpec content(
            JdbcClient.StatementSpec statement, LineDraft draft, Worth worth, ClaimView.@Nullable ReceiptView receipt) {
        ExchangeRate rate = worth.rate();
        return statement
                .param("spentOn", draft.spentOn())
                .param("category", draft.category())
                .param("description", draft.description())
                .param("merchant", draft.merchant(), Types.VARCHAR)
                .param("taxId", draft.merchantTaxId(), Types.VARCHAR)
                .param("document", draft.documentNumber(), Types.VARCHAR)
                .param("currency", worth.gross().currency().code())
                .param("gross", worth.gross().amount())
                .param("paidBy", draft.paidBy().name())
                .param("centre", draft.costCentre(), Types.VARCHAR)
                .param("receiptHash", receipt == null ? null : receipt.sha256(), Types.VARCHAR)
                .param("receiptName", receipt == null ? null : receipt.name(), Types.VARCHAR)
                .param("receiptSize", receipt == null ? null : receipt.size(), Types.BIGINT)
                .param("noReceipt", draft.noReceiptReason(), Types.VARCHAR)
                .param("base", worth.base().amount())
                .param("rate", rate == null ? null : rate.rate(), Types.NUMERIC)
                .param("rateDate", rate == null ? null : rate.date(), Types.DATE)
                .param("rateTable", rate == null ? null : rate.table(), Types.VARCHAR)
                .param("rateSource", rate == null ? null : rate.source(), Types.VARCHAR)
                .param(
                        "reckoning",
                        worth.reckoning().isEmpty() ? null : JsonMapper.shared().writeValueAsString(worth.reckoning()),
                        Types.VARCHAR);
    }

    private static ClaimView.LineView line(ResultSet row, CurrencyCode base) throws SQLException {
        CurrencyCode currency = CurrencyCode.of(row.getString("currency"));
        String reckoning = row.getString("reckoning");
        return new ClaimView.LineView(
                row.getObject("id", UUID.class),
                row.getInt("position"),
                row.getObject("spent_on", LocalDate.class),
                row.getString("category"),
                row.getString("description"),
                row.getString("merchant"),
                row.getString("merchant_tax_id"),
                row.getString("document_number"),
                new Money(row.getBigDecimal("gross"), currency).rounded(),
                new Money(row.getBigDecimal("base"), base),
                rate(row, currency, base),
                LineDraft.PaidBy.valueOf(row.getString("paid_by")),
                row.getString("cost_centre"),
                receipt(row),
                row.getString("no_receipt_reason"),
                reckoning == null ? Map.of() : reckoned(reckoning),
                coding(row));
    }

    private static @Nullable ExchangeRate rate(ResultSet row, CurrencyCode currency, CurrencyCode base)
            throws SQLException {
        BigDecimal rate = row.getBigDecimal("rate");
        return rate == null
                ? null
                : new ExchangeRate(
                        currency,
                        base,
                        rate.stripTrailingZeros(),
                        row.getObject("rate_date", LocalDate.class),
                        row.getString("rate_table"),
                        row.getString("rate_source"));
    }

    private static ClaimView.@Nullable ReceiptView receipt(ResultSet row) throws SQLException {
        String sha256 = row.getString("receipt_sha256");
        return sha256 == null
                ? null
                : new ClaimView.ReceiptView(row.getString("receipt_name"), sha256, row.getLong("receipt_size"));
    }

    private static Map<String, String> reckoned(String json) {
        return new TreeMap<>(JsonMapper.shared().readValue(json, new TypeReference<Map<String, String>>() {}));
    }

    private static ClaimView.@Nullable CodingView coding(ResultSet row) throws SQLException {
        String account = row.getString("coded_account");
        return account == null
                ? null
                : new ClaimView.CodingView(
                        account,
                        row.getString("coded_centre"),
                        row.getString("coded_tax"),
                        row.getObject("seller_id", UUID.class),
                        row.getString("coded_by"));
    }
}
