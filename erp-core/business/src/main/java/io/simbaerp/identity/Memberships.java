package io.simbaerp.identity;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.DutyLimit;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For which company a user may act, with which duties and how far. Asked before anybody acts. */
@Component
public class Memberships {

    /** The session's attribute that holds the chosen company's id. */
    public static final String CHOSEN_IN_SESSION = "simba.company";

    /** The session's attribute that holds the id of the colleague acted for. */
    public static final String ON_BEHALF_IN_SESSION = "simba.on-behalf-of";

    private final JdbcClient jdbc;
    private final Clock clock;

    Memberships(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The user acting for a company, or nothing where no role is held.
     *
     * @param company null for the user's first company by name
     */
    public Optional<Acting> acting(UUID user, @Nullable CompanyId company) {
        return jdbc.sql("select company_id, duties from identity.acting_for(:user, :company, :moment)")
                .param("user", user)
                .param("company", company == null ? null : company.value(), Types.OTHER)
                .param("moment", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> acting(user, new CompanyId(row.getObject("company_id", UUID.class)), (String[])
                        row.getArray("duties").getArray()))
                .optional();
    }

    /** The user acting for a colleague, with what is lent at this moment; nothing once that has ended. */
    public Optional<Acting> onBehalf(UUID user, UUID person, CompanyId company) {
        return jdbc.sql("select identity.acting_on_behalf(:user, :person, :company, :moment) as duties")
                .param("user", user)
                .param("person", person)
                .param("company", company.value())
                .param("moment", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> Optional.ofNullable(row.getArray("duties")))
                .single()
                .map(Memberships::grants)
                .map(grants -> acting(user, company, grants).onBehalfOf(person));
    }

    /** The user acting for the company they worked in last, else for their first. */
    public Optional<Acting> actingWhereLast(UUID user) {
        return jdbc.sql("select last_company from identity.user_account where id = :user and last_company is not null")
                .param("user", user)
                .query(UUID.class)
                .optional()
                .flatMap(last -> acting(user, new CompanyId(last)))
                .or(() -> acting(user, null));
    }

    private static String[] grants(Array duties) {
        try {
            return (String[]) duties.getArray();
        } catch (SQLException e) {
            throw new IllegalStateException("What was read can't be read", e);
        }
    }

    static Acting acting(UUID user, CompanyId company, String[] grants) {
        Map<Duty, List<DutyLimit>> held = new EnumMap<>(Duty.class);
        for (String grant : grants) {
            String[] parts = grant.split("\\|", -1);
            held.computeIfAbsent(Duty.valueOf(parts[0]), duty -> new ArrayList<>())
                    .add(new DutyLimit(
                            parts[1].isEmpty() ? null : Long.valueOf(parts[1]), words(parts[2]), words(parts[3])));
        }
        Set<Duty> duties = Set.copyOf(held.keySet());
        held.values().removeIf(limits -> limits.contains(DutyLimit.NONE));
        return new Acting(Actor.person(user), company, duties, held, null);
    }

    private static Set<String> words(String joined) {
        return joined.isEmpty() ? Set.of() : Set.of(joined.split(","));
    }
}
