package io.simbaerp.identity;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Duty;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For which companies a user may act, and with which duties. Asked before anybody acts. */
@Component
public class Memberships {

    /** A company to choose. */
    public record Choice(CompanyId company, String shortName) {}

    private final JdbcClient jdbc;

    Memberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The user's companies by name. */
    public List<Choice> of(UUID user) {
        return jdbc.sql("select company_id, short_name from identity.companies_of(:user)")
                .param("user", user)
                .query((row, n) -> new Choice(new CompanyId(row.getObject(1, UUID.class)), row.getString(2)))
                .list();
    }

    /** The user acting for a company, or nothing where no role is held. */
    public Optional<Acting> acting(UUID user, CompanyId company) {
        List<String> duties = jdbc.sql("select duty from identity.duties_of(:user, :company)")
                .param("user", user)
                .param("company", company.value())
                .query(String.class)
                .list();
        return duties.isEmpty()
                ? Optional.empty()
                : Optional.of(new Acting(
                        Actor.person(user),
                        company,
                        duties.stream().map(Duty::valueOf).collect(Collectors.toUnmodifiableSet())));
    }
}
