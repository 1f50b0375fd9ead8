package io.simbaerp.identity.choice;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.identity.Memberships;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The companies the person acting holds roles in: an accounting office has many. */
@Component
public class OwnCompanies {

    private final JdbcClient jdbc;
    private final Memberships memberships;
    private final CurrentActor currentActor;

    OwnCompanies(JdbcClient jdbc, Memberships memberships, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.memberships = memberships;
        this.currentActor = currentActor;
    }

    /** A company one belongs to, with the codes of the roles held there. */
    public record OwnCompany(UUID id, String name, String taxId, List<String> roles) {

        boolean isCalled(String text) {
            String asked = text.strip().toLowerCase(Locale.ROOT);
            return name.toLowerCase(Locale.ROOT).contains(asked) || taxId.contains(asked);
        }
    }

    /** By name; all of them for an empty text, else those whose name or tax id has it. Nothing for processes. */
    public List<OwnCompany> find(String text) {
        Optional<UUID> user =
                currentActor.find().flatMap(acting -> acting.actor().userId());
        return user
                .map(id -> jdbc.sql("select company_id, short_name, tax_id, roles from identity.companies_of(:user)")
                        .param("user", id)
                        .query((row, n) -> new OwnCompany(
                                row.getObject(1, UUID.class), row.getString(2), row.getString(3), Arrays.asList((String
                                                [])
                                        row.getArray(4).getArray())))
                        .list())
                .orElse(List.of())
                .stream()
                .filter(company -> company.isCalled(text))
                .toList();
    }

    /**
     * The person acting for another company of theirs.
     *
     * @throws NotFound if they hold no role there
     */
    public Acting actingFor(UUID company) {
        return currentActor
                .actor()
                .userId()
                .flatMap(user -> memberships.acting(user, new CompanyId(company)))
                .orElseThrow(() -> new NotFound("company", company));
    }

    /** Asks once in the scope of each company, in the order of their names. */
    public <T> List<T> inEach(Function<OwnCompany, T> question) {
        List<T> answers = new ArrayList<>();
        for (OwnCompany company : find("")) {
            answers.add(currentActor.as(actingFor(company.id()), () -> question.apply(company)));
        }
        return answers;
    }
}
