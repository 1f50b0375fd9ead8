package io.simbaerp.ledger;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.BusinessDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The places where costs arise. */
@Query(Duty.VIEW_LEDGER)
public class CostCentres {

    /** A cost centre, such as 310 Transport. */
    public record CostCentreView(String code, String nameEn, String namePl, boolean active) {

        /** Its name in one of the two languages. */
        public String name(String language) {
            return "pl".equals(language) ? namePl : nameEn;
        }
    }

    private static final String SELECT = """
            select code, name_en, name_pl, :today between active_from and coalesce(active_to, 'infinity') as active
              from ledger.cost_centre
             where company_id = :company\s""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final BusinessDay businessDay;

    CostCentres(JdbcClient jdbc, CurrentActor currentActor, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.businessDay = businessDay;
    }

    public Optional<CostCentreView> find(String code) {
        return select("and code = :code")
                .param("code", code)
                .query(CostCentres::view)
                .optional();
    }

    /** All of them by code. */
    public List<CostCentreView> all() {
        return select("order by code").query(CostCentres::view).list();
    }

    private JdbcClient.StatementSpec select(String rest) {
        return jdbc.sql(SELECT + rest)
                .param("company", currentActor.company().value())
                .param("today", businessDay.today());
    }

    private static CostCentreView view(ResultSet row, int n) throws SQLException {
        return new CostCentreView(
                row.getString("code"), row.getString("name_en"), row.getString("name_pl"), row.getBoolean("active"));
    }
}
