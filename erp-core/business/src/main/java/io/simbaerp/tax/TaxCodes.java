package io.simbaerp.tax;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The VAT codes of the company as they are valid on a day. */
@Query(Duty.VIEW_LEDGER)
public class TaxCodes {

    private static final String VALID = """
            select code, kind, rate_percent, deduction, name_en, name_pl, output_base_column, output_tax_column,
                   input_base_column, input_tax_column, output_account, input_account, deferred_account,
                   purchase, sale, valid_from, valid_to
              from tax.tax_code
             where company_id = :company and valid_from <= :day and (valid_to is null or valid_to >= :day)""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    TaxCodes(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** The code as it is valid on this day. */
    public Optional<TaxCodeView> find(String code, LocalDate on) {
        return jdbc.sql(VALID + " and code = :code")
                .param("company", currentActor.company().value())
                .param("day", on)
                .param("code", code)
                .query(TaxCodes::view)
                .optional();
    }

    /** Those of them that mean something on none of their days yet; one statement, however many. */
    public List<TaxCodeView> free(List<TaxCodeView> codes) {
        return jdbc.sql("""
                        select n.place
                          from unnest(cast(:codes as text[]), cast(:from as date[]), cast(:to as date[]))
                               with ordinality n (code, valid_from, valid_to, place)
                         where not exists (select from tax.tax_code t
                                            where t.company_id = :company and t.code = n.code
                                              and t.valid_from <= coalesce(n.valid_to, 'infinity'::date)
                                              and coalesce(t.valid_to, 'infinity') >= n.valid_from)
                         order by n.place""")
                .param("company", currentActor.company().value())
                .param("codes", texts(codes, TaxCodeView::code))
                .param("from", texts(codes, TaxCodeView::validFrom))
                .param("to", texts(codes, TaxCodeView::validTo))
                .query((row, n) -> codes.get(row.getInt("place") - 1))
                .list();
    }

    private static @Nullable String[] texts(List<TaxCodeView> codes, Function<TaxCodeView, @Nullable Object> field) {
        return codes.stream()
                .map(field)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }

    /** All codes valid on this day, by code. */
    public List<TaxCodeView> validOn(LocalDate day) {
        return jdbc.sql(VALID + " order by sale, code")
                .param("company", currentActor.company().value())
                .param("day", day)
                .query(TaxCodes::view)
                .list();
    }

    /** The company's proportion of deduction in the year of this day, in whole percent (art. 90); 100 unless it has one. */
    public BigDecimal proportionPercent(LocalDate day) {
        return jdbc.sql("select percent from tax.deduction_proportion where company_id = :company and year = :year")
                .param("company", currentActor.company().value())
                .param("year", day.getYear())
                .query(BigDecimal.class)
                .optional()
                .orElse(BigDecimal.valueOf(100));
    }

    private static TaxCodeView view(ResultSet row, int n) throws SQLException {
        return new TaxCodeView(
                row.getString("code"),
                TaxKind.valueOf(row.getString("kind")),
                row.getBigDecimal("rate_percent"),
                Deduction.valueOf(row.getString("deduction")),
                row.getString("name_en"),
                row.getString("name_pl"),
                row.getString("output_base_column"),
                row.getString("output_tax_column"),
                row.getString("input_base_column"),
                row.getString("input_tax_column"),
                row.getString("output_account"),
                row.getString("input_account"),
                row.getString("deferred_account"),
                row.getBoolean("purchase"),
                row.getBoolean("sale"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
