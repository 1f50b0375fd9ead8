package io.simbaerp.ledger.dimension;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.BusinessDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The axes of the company, their values, and what accounts say of them. */
@Query(Duty.VIEW_LEDGER)
public class Axes {

    /** An axis, or a value of one. */
    public record Named(
            UUID id,
            int version,
            String code,
            String nameEn,
            String namePl,
            LocalDate activeFrom,
            @Nullable LocalDate activeTo,
            boolean active,
            long count) {

        /** Its name in one of the two languages. */
        public String name(String language) {
            return "pl".equals(language) ? namePl : nameEn;
        }
    }

    /** What an account says of an axis; {@code allowed} are the only values it takes, none for all. */
    public record Ruled(String account, String axis, AxisRule rule, List<String> allowed) {}

    /** An axis in use with its values in use, as a form offers them. */
    public record Choice(Named axis, List<Named> values) {}

    private static final int MOST_OFFERED = 500;

    private static final String IN_USE = ":today between %1$s.active_from and coalesce(%1$s.active_to, 'infinity')";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final BusinessDay businessDay;

    Axes(JdbcClient jdbc, CurrentActor currentActor, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.businessDay = businessDay;
    }

    /** All axes by code, each with the count of its values. */
    public List<Named> all() {
        return jdbc.sql("select x.id, x.version, x.code, x.name_en, x.name_pl, x.active_from, x.active_to, "
                        + IN_USE.formatted("x") + " as active, (select count(*) from ledger.axis_value v"
                        + " where v.company_id = x.company_id and v.axis_id = x.id) as count"
                        + " from ledger.axis x where x.company_id = :company order by x.code")
                .param("company", currentActor.company().value())
                .param("today", businessDay.today())
                .query(Axes::named)
                .list();
    }

    /** The axis with this code. */
    public Optional<Named> find(String code) {
        return all().stream().filter(axis -> axis.code().equals(code)).findFirst();
    }

    /**
     * Values of an axis by number.
     *
     * @param text number or a part of the name, or nothing for all
     * @param after the number of the last one seen, or nothing
     */
    public List<Named> values(String axis, @Nullable String text, @Nullable String after, int limit) {
        return jdbc.sql("select v.id, v.version, v.number as code, v.name_en, v.name_pl, v.active_from, v.active_to, "
                        + IN_USE.formatted("v") + " as active, 0 as count"
                        + " from ledger.axis x join ledger.axis_value v on v.company_id = x.company_id and v.axis_id = x.id"
                        + " where x.company_id = :company and x.code = :axis and (:after::text is null or v.number > :after)"
                        + " and (:text::text is null or position(simba.fold(:text) in simba.fold(v.number || ' ' || v.name_en"
                        + " || ' ' || v.name_pl)) > 0) order by v.number limit :limit")
                .param("company", currentActor.company().value())
                .param("today", businessDay.today())
                .param("axis", axis)
                .param("text", text, java.sql.Types.VARCHAR)
                .param("after", after, java.sql.Types.VARCHAR)
                .param("limit", limit)
                .query(Axes::named)
                .list();
    }

    /** The axes in use, each with its first values. */
    public List<Choice> choices() {
        return all().stream()
                .filter(Named::active)
                .map(axis -> new Choice(
                        axis,
                        values(axis.code(), null, null, MOST_OFFERED).stream()
                                .filter(Named::active)
                                .toList()))
                .toList();
    }

    /** What an account says of axes, or all accounts for nothing. */
    public List<Ruled> rules(@Nullable String account) {
        return jdbc.sql("""
                        select a.code as account, x.code as axis, r.rule,
                               array(select v.number from ledger.axis_value v
                                      where v.company_id = r.company_id and v.id = any(r.allowed)
                                      order by v.number) as allowed
                          from ledger.account_axis r
                          join ledger.account a on a.company_id = r.company_id and a.id = r.account_id
                          join ledger.axis x on x.company_id = r.company_id and x.id = r.axis_id
                         where r.company_id = :company and (:account::text is null or a.code = :account)
                         order by a.code, x.code""")
                .param("company", currentActor.company().value())
                .param("account", account, java.sql.Types.VARCHAR)
                .query((row, n) -> new Ruled(
                        row.getString("account"),
                        row.getString("axis"),
                        AxisRule.valueOf(row.getString("rule")),
                        List.of((String[]) row.getArray("allowed").getArray())))
                .list();
    }

    private static Named named(ResultSet row, int n) throws SQLException {
        return new Named(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("code"),
                row.getString("name_en"),
                row.getString("name_pl"),
                row.getObject("active_from", LocalDate.class),
                row.getObject("active_to", LocalDate.class),
                row.getBoolean("active"),
                row.getLong("count"));
    }
}
