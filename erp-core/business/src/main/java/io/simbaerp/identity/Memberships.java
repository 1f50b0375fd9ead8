package io.simbaerp.identity;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Duty;
import java.sql.Types;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For which company a user may act, and with which duties. Asked before anybody acts. */
@Component
public class Memberships {

    private final JdbcClient jdbc;

    Memberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The user acting for a company, or nothing where no role is held.
     *
     * @param company null for the user's first company by name
     */
    public Optional<Acting> acting(UUID user, @Nullable CompanyId company) {
        return jdbc.sql("select company_id, duties from identity.acting_for(:user, :company)")
                .param("user", user)
                .param("company", company == null ? null : company.value(), Types.OTHER)
                .query((row, n) -> new Acting(
                        Actor.person(user), new CompanyId(row.getObject("company_id", UUID.class)), duties((String[])
                                row.getArray("duties").getArray())))
                .optional();
    }

    private static Set<Duty> duties(String[] names) {
        Set<Duty> duties = EnumSet.noneOf(Duty.class);
        for (String name : names) {
            duties.add(Duty.valueOf(name));
        }
        return Set.copyOf(duties);
    }
}
