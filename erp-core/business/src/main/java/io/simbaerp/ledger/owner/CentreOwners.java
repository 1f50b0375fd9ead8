package io.simbaerp.ledger.owner;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.identity.role.People;
import io.simbaerp.identity.role.PersonView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who owns which cost centre. */
@Query(Duty.VIEW_LEDGER)
public class CentreOwners {

    /**
     * A cost centre and its owner.
     *
     * @param owner today's; nothing where nobody is
     * @param since the first day it is theirs
     * @param next who follows, where that is settled already
     * @param nextFrom from when on somebody follows, or nobody
     */
    public record OwnedCentre(
            String code,
            String nameEn,
            String namePl,
            @Nullable UUID owner,
            @Nullable LocalDate since,
            @Nullable UUID next,
            @Nullable LocalDate nextFrom) {

        /** Its name in one of the two languages. */
        public String name(String language) {
            return "pl".equals(language) ? namePl : nameEn;
        }
    }

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final BusinessDay businessDay;
    private final People people;

    CentreOwners(JdbcClient jdbc, CurrentActor currentActor, BusinessDay businessDay, People people) {
        this.people = people;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.businessDay = businessDay;
    }

    /** All cost centres in use, by code. */
    public List<OwnedCentre> all() {
        return jdbc.sql("""
                        select c.code, c.name_en, c.name_pl, o.person_id, o.active_from, n.person_id as next, n.active_from as next_from
                          from ledger.cost_centre c
                          left join lateral (select person_id, active_from from ledger.cost_centre_owner o
                                              where o.company_id = c.company_id and o.cost_centre_id = c.id
                                                and o.active_from <= :today
                                              order by o.active_from desc limit 1) o on true
                          left join lateral (select person_id, active_from from ledger.cost_centre_owner o
                                              where o.company_id = c.company_id and o.cost_centre_id = c.id
                                                and o.active_from > :today
                                              order by o.active_from limit 1) n on true
                         where c.company_id = :company and :today <= coalesce(c.active_to, 'infinity')
                         order by c.code""")
                .param("company", currentActor.company().value())
                .param("today", businessDay.today())
                .query(CentreOwners::centre)
                .list();
    }

    /** Today's owners by the codes of their cost centres. */
    public Map<String, UUID> today() {
        Map<String, UUID> owners = new LinkedHashMap<>();
        for (OwnedCentre centre : all()) {
            UUID owner = centre.owner();
            if (owner != null) {
                owners.put(centre.code(), owner);
            }
        }
        return owners;
    }

    /** The names that today's owners of some cost centres sign in with. */
    public Set<String> logins(Collection<String> centres) {
        Map<String, UUID> owners = centres.isEmpty() ? Map.of() : today();
        Set<UUID> wanted = owners.entrySet().stream()
                .filter(owned -> centres.contains(owned.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        return wanted.isEmpty()
                ? Set.of()
                : people.all().stream()
                        .filter(person -> wanted.contains(person.id()))
                        .map(PersonView::login)
                        .collect(Collectors.toSet());
    }

    /** Who may be named, by name. */
    public List<PersonView> candidates() {
        List<UUID> oneself = currentActor.get().people();
        return people.all().stream()
                .filter(person -> person.active() && !oneself.contains(person.id()))
                .toList();
    }

    private static OwnedCentre centre(ResultSet row, int number) throws SQLException {
        return new OwnedCentre(
                row.getString("code"),
                row.getString("name_en"),
                row.getString("name_pl"),
                row.getObject("person_id", UUID.class),
                row.getObject("active_from", LocalDate.class),
                row.getObject("next", UUID.class),
                row.getObject("next_from", LocalDate.class));
    }
}
