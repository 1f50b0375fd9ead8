package io.simbaerp.ledger;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.BusinessDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts of the company. */
@Query(Duty.VIEW_LEDGER)
public class ChartOfAccounts {

    private static final String SELECT = """
            select a.id, a.code, a.name_en, a.name_pl, a.type, a.normal_side, p.code as parent, a.control,
                   a.cost_centre_required, a.postable, a.active_from, a.active_to,
                   a.currency, a.jpk_marker, a.jpk_second_marker, a.jpk_tax_marker, a.category, a.version
              from ledger.account a
              left join ledger.account p on p.company_id = a.company_id and p.id = a.parent_id
             where a.company_id = :company\s""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final BusinessDay businessDay;

    ChartOfAccounts(JdbcClient jdbc, CurrentActor currentActor, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.businessDay = businessDay;
    }

    public Optional<AccountView> find(String code) {
        return jdbc.sql(SELECT + "and a.code = :code")
                .param("company", currentActor.company().value())
                .param("code", code)
                .query(account())
                .optional();
    }

    /** Postable accounts whose code begins with the text or whose name holds it, those by code first; for type-ahead. */
    public List<AccountView> search(String text, int limit) {
        return jdbc.sql(SELECT + """
                        and a.postable
                        and (starts_with(a.code, :text) or strpos(lower(a.name_en), :lower) > 0
                             or strpos(lower(a.name_pl), :lower) > 0)
                        order by starts_with(a.code, :text) desc, a.code limit :limit""")
                .param("company", currentActor.company().value())
                .param("text", text.strip())
                .param("lower", text.strip().toLowerCase(Locale.ROOT))
                .param("limit", limit)
                .query(account())
                .list();
    }

    /** Those among these numbers that there are, by code. */
    public List<AccountView> named(List<String> codes) {
        return jdbc.sql(SELECT + "and a.code = any (:codes) order by a.code")
                .param("company", currentActor.company().value())
                .param("codes", codes.toArray(String[]::new))
                .query(account())
                .list();
    }

    /** The whole chart by code. */
    public List<AccountView> all() {
        return jdbc.sql(SELECT + "order by a.code")
                .param("company", currentActor.company().value())
                .query(account())
                .list();
    }

    /** The accounts that take entries, by code. */
    public List<AccountView> postable() {
        return jdbc.sql(SELECT + "and a.postable order by a.code")
                .param("company", currentActor.company().value())
                .query(account())
                .list();
    }

    private RowMapper<AccountView> account() {
        LocalDate today = businessDay.today();
        return (row, n) -> account(row, today);
    }

    private static AccountView account(ResultSet row, LocalDate today) throws SQLException {
        LocalDate from = row.getObject("active_from", LocalDate.class);
        LocalDate to = row.getObject("active_to", LocalDate.class);
        return new AccountView(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name_en"),
                row.getString("name_pl"),
                AccountType.valueOf(row.getString("type")),
                Side.valueOf(row.getString("normal_side")),
                row.getString("parent"),
                row.getString("control"),
                row.getBoolean("cost_centre_required"),
                row.getBoolean("postable"),
                from,
                to,
                !today.isBefore(from) && (to == null || !today.isAfter(to)),
                row.getString("currency"),
                row.getString("jpk_marker"),
                row.getString("jpk_second_marker"),
                row.getString("jpk_tax_marker"),
                row.getString("category"),
                row.getInt("version"));
    }
}
