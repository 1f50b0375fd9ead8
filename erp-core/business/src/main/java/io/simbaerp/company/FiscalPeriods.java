package io.simbaerp.company;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The company's fiscal periods. */
@Query(Duty.BELONG_TO_COMPANY)
public class FiscalPeriods {

    private static final String SELECT = """
            select p.id, p.code, y.code as year_code, p.number, p.first_day, p.last_day, p.state
              from company.fiscal_period p
              join company.fiscal_year y on y.company_id = p.company_id and y.id = p.fiscal_year_id
             where p.company_id = :company and\s""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    FiscalPeriods(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** The period a day belongs to, the ordinary one where closing periods lie over it. */
    public Optional<FiscalPeriodView> of(LocalDate day) {
        return jdbc.sql(SELECT + ":day between p.first_day and p.last_day order by p.number limit 1")
                .param("company", currentActor.company().value())
                .param("day", day)
                .query(FiscalPeriods::view)
                .optional();
    }

    /** The period with this code, such as {@code 2026-11}. */
    public Optional<FiscalPeriodView> byCode(String code) {
        return jdbc.sql(SELECT + "p.code = :code")
                .param("company", currentActor.company().value())
                .param("code", code)
                .query(FiscalPeriods::view)
                .optional();
    }

    /** Periods from the one of this day on, at most so many. */
    public List<FiscalPeriodView> from(LocalDate day, int count) {
        return jdbc.sql(SELECT + "p.last_day >= :day order by p.first_day, p.number limit :count")
                .param("company", currentActor.company().value())
                .param("day", day)
                .param("count", count)
                .query(FiscalPeriods::view)
                .list();
    }

    private static FiscalPeriodView view(ResultSet row, int n) throws SQLException {
        return new FiscalPeriodView(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("year_code"),
                row.getInt("number"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                "OPEN".equals(row.getString("state")));
    }
}
