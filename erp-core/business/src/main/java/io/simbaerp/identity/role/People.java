package io.simbaerp.identity.role;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.DutyLimit;
import io.simbaerp.architecture.Query;
import io.simbaerp.identity.role.PersonView.HeldDuty;
import io.simbaerp.identity.role.PersonView.HeldRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who belongs to the company, which roles they hold, and why they may do what they may. */
@Query(Duty.VIEW_DUTIES)
public class People {

    private static final String ROLES = """
            select u.id, u.login, u.display_name, u.active, r.code, r.name_en, r.name_pl,
                   m.amount_limit, m.cost_centres, m.document_types,
                   not exists (select from identity.conflicts_of(u.id, :now) c
                                where c.role_id = m.role_id and not c.excepted) as working
              from identity.membership m
              join identity.user_account u on u.id = m.user_id
              join identity.role r on r.company_id = m.company_id and r.id = m.role_id
             where m.company_id = :company and (cast(:user as uuid) is null or u.id = :user)
             order by u.display_name, u.login, r.code""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    People(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Everybody who holds a role, by name. */
    public List<PersonView> all() {
        return people(null);
    }

    /** One of them, with every duty and where it comes from. */
    public Optional<PersonView> byId(UUID user) {
        return people(user).stream().findFirst().map(person -> withDuties(person, held(user)));
    }

    /** Whether somebody this company let in has not chosen a password yet. */
    public boolean waitsForPassword(UUID user) {
        return jdbc.sql("""
                        select exists (select from identity.personal_code
                                        where user_id = ? and company_id = ? and purpose = 'FIRST_PASSWORD')""")
                .params(user, currentActor.company().value())
                .query(Boolean.class)
                .single();
    }

    private List<PersonView> people(@Nullable UUID user) {
        Map<UUID, PersonView> people = new LinkedHashMap<>();
        jdbc.sql(ROLES)
                .param("company", currentActor.company().value())
                .param("user", user, java.sql.Types.OTHER)
                .param("now", now())
                .query((ResultSet row) -> {
                    UUID id = row.getObject("id", UUID.class);
                    PersonView person = people.get(id);
                    List<HeldRole> roles = new ArrayList<>(person == null ? List.of() : person.roles());
                    roles.add(new HeldRole(
                            row.getString("code"),
                            row.getString("name_en"),
                            row.getString("name_pl"),
                            limits(row),
                            row.getBoolean("working")));
                    people.put(
                            id,
                            new PersonView(
                                    id,
                                    row.getString("login"),
                                    row.getString("display_name"),
                                    row.getBoolean("active"),
                                    roles,
                                    List.of()));
                });
        return List.copyOf(people.values());
    }

    private List<HeldDuty> held(UUID user) {
        return jdbc.sql("""
                        select h.duty, h.amount_limit, h.cost_centres, h.document_types, r.code, r.name_en, r.name_pl
                          from identity.held_at(:user, :now) h
                          join identity.role r on r.company_id = :company and r.id = h.role_id
                         order by h.duty, r.code""")
                .param("company", currentActor.company().value())
                .param("user", user)
                .param("now", now())
                .query((row, n) -> new HeldDuty(
                        Duty.valueOf(row.getString("duty")),
                        row.getString("code"),
                        row.getString("name_en"),
                        row.getString("name_pl"),
                        limits(row)))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static PersonView withDuties(PersonView person, List<HeldDuty> duties) {
        return new PersonView(
                person.id(), person.login(), person.name(), person.active(), person.roles(), List.copyOf(duties));
    }

    static DutyLimit limits(ResultSet row) throws SQLException {
        return new DutyLimit(
                row.getObject("amount_limit", Long.class),
                Set.of((String[]) row.getArray("cost_centres").getArray()),
                Set.of((String[]) row.getArray("document_types").getArray()));
    }
}
