package io.simbaerp.company;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.period.LockArea;
import io.simbaerp.company.period.LockLevel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The company's fiscal periods. */
@Query(Duty.BELONG_TO_COMPANY)
public class FiscalPeriods {

    private static final String SELECT = """
            select p.id, p.code, y.code as year_code, p.number, p.first_day, p.last_day, p.closing,
                   y.locked_at is not null as year_locked, p.state, p.sales_lock, p.purchases_lock, p.bank_lock,
                   p.general_lock, p.vat_lock, c.books_closed_at is not null as books_closed
              from company.fiscal_period p
              join company.fiscal_year y on y.company_id = p.company_id and y.id = p.fiscal_year_id
              join company.company c on c.company_id = p.company_id
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

    /** All periods of a fiscal year. */
    public List<FiscalPeriodView> ofYear(String yearCode) {
        return jdbc.sql(SELECT + "y.code = :year order by p.number")
                .param("company", currentActor.company().value())
                .param("year", yearCode)
                .query(FiscalPeriods::view)
                .list();
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
                row.getBoolean("closing"),
                row.getBoolean("year_locked"),
                row.getBoolean("books_closed"),
                LockLevel.valueOf(row.getString("state")),
                areas(row));
    }

    private static Map<LockArea, LockLevel> areas(ResultSet row) throws SQLException {
        Map<LockArea, LockLevel> areas = new EnumMap<>(LockArea.class);
        for (LockArea area : LockArea.values()) {
            areas.put(area, LockLevel.valueOf(row.getString(area.column())));
        }
        return areas;
    }
}
