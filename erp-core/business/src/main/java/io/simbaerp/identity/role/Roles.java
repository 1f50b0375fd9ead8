package io.simbaerp.identity.role;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The roles of the company, what they bundle, and how many people hold them. */
@Query(Duty.VIEW_DUTIES)
public class Roles {

    /** A role. */
    public record RoleView(String code, String nameEn, String namePl, List<Duty> duties, int holders) {}

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    Roles(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** All of them, by code. */
    public List<RoleView> all() {
        return jdbc.sql("""
                        select r.code, r.name_en, r.name_pl,
                               array(select d.duty from identity.role_duty d
                                      where d.company_id = r.company_id and d.role_id = r.id) as duties,
                               (select count(*) from identity.membership m
                                 where m.company_id = r.company_id and m.role_id = r.id) as holders
                          from identity.role r where r.company_id = ? order by r.code""")
                .param(currentActor.company().value())
                .query((row, n) -> new RoleView(
                        row.getString("code"),
                        row.getString("name_en"),
                        row.getString("name_pl"),
                        Arrays.stream((String[]) row.getArray("duties").getArray())
                                .map(Duty::valueOf)
                                .sorted()
                                .toList(),
                        row.getInt("holders")))
                .list();
    }
}
