package io.simbaerp.expense.policy;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What employees can claim here, and the limits of the company's policy. */
@Query(Duty.BELONG_TO_COMPANY)
public class Categories {

    private static final String SELECT = """
            select id, code, kind, name_en, name_pl, account, tax_code, line_limit, receipt_above, active
              from expense.category where company_id = :company\s""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;

    Categories(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
    }

    /** All of them, expenses first, in the order of their names' codes. */
    public List<Category> all() {
        return jdbc.sql(SELECT + "order by kind, id")
                .param("company", currentActor.company().value())
                .query(row())
                .list();
    }

    public Optional<Category> find(String code) {
        return jdbc.sql(SELECT + "and code = :code")
                .param("company", currentActor.company().value())
                .param("code", code)
                .query(row())
                .optional();
    }

    private RowMapper<Category> row() {
        CurrencyCode base = currentCompany.get().baseCurrency();
        return (row, n) -> category(row, base);
    }

    private static Category category(ResultSet row, CurrencyCode base) throws SQLException {
        BigDecimal limit = row.getBigDecimal("line_limit");
        return new Category(
                row.getObject("id", UUID.class),
                row.getString("code"),
                Category.Kind.valueOf(row.getString("kind")),
                row.getString("name_en"),
                row.getString("name_pl"),
                row.getString("account"),
                row.getString("tax_code"),
                limit == null ? null : new Money(limit, base),
                new Money(row.getBigDecimal("receipt_above"), base),
                row.getBoolean("active"));
    }
}
