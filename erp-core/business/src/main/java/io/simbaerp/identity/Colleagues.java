package io.simbaerp.identity;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.Query;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who works in the company. */
@Query(Duty.BELONG_TO_COMPANY)
public class Colleagues {

    /** A person by the name others know. */
    public record Colleague(UUID id, String name) {}

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    Colleagues(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Everybody who may sign in and holds the duty, by name. */
    public List<Colleague> holding(Duty duty) {
        return jdbc.sql("""
                        select distinct u.id, u.display_name
                          from identity.membership m
                          join identity.role_duty d on d.company_id = m.company_id and d.role_id = m.role_id
                          join identity.user_account u on u.id = m.user_id and u.active
                         where m.company_id = :company and d.duty = :duty
                         order by u.display_name, u.id""")
                .param("company", currentActor.company().value())
                .param("duty", duty.name())
                .query((row, n) -> new Colleague(row.getObject(1, UUID.class), row.getString(2)))
                .list();
    }

    /** Those of them whose duty, held by a role of their own, reaches so far. */
    public Set<UUID> reaching(Duty duty, Extent extent) {
        return jdbc.sql("select * from identity.candidates(:duties, :extent, :now)")
                .param("duties", new String[] {duty.name()})
                .param("extent", extent.text())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .set();
    }

    /** A role by its code and what it is called in the reader's language. */
    public record RoleName(String code, String name) {}

    /** The roles people hold here, by name. */
    public List<RoleName> roles() {
        boolean polish = LocaleContextHolder.getLocale().getLanguage().equals("pl");
        return jdbc.sql("""
                        select code, case when :polish then name_pl else name_en end as name
                          from identity.role where company_id = :company order by name, code""")
                .param("company", currentActor.company().value())
                .param("polish", polish)
                .query((row, n) -> new RoleName(row.getString(1), row.getString(2)))
                .list();
    }
}
