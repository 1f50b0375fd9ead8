package io.simbaerp.isolation;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.identity.RegisterUser;
import io.simbaerp.isolation.Asking.Answered;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.walls.Doors.Door;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.ApplicationContext;

/** A company with a record of every kind and somebody of every role, who ask its doors for what there is. */
public final class RoleWalk {

    private static final String LETTER = "r";
    private static final Set<String> SIGNING_IN =
            Set.of("identity.access_token", "identity.token_use", "identity.known_device");
    private static final List<String> OTHERS = List.of("auditor", "personnel", "employee");

    private final Twin company;
    private final Holdings holdings;
    private final PathIds ids;
    private final Map<String, String> before;
    private final Map<String, Asking> people = new HashMap<>();

    private RoleWalk(Twin company, Holdings holdings) throws SQLException {
        this.company = company;
        this.holdings = holdings;
        this.ids = new PathIds(holdings);
        this.before = holdings.digest();
    }

    /** Founds it. */
    public static RoleWalk of(ApplicationContext application) {
        Twin company = Office.another(application, LETTER, "9990088055");
        application
                .getBean(CurrentActor.class)
                .run(
                        Acting.system("test", company.id()),
                        () -> OTHERS.forEach(role -> application
                                .getBean(RegisterUser.class)
                                .register(Twin.person(LETTER, role, Set.of(role)))));
        TestDatabase database = application.getBean(TestDatabase.class);
        try (Connection connection = database.connect(TestDatabase.OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('simba.company', '" + company.id() + "', false)");
            statement.execute(Office.excepted(company, LETTER + "-director"));
            company.rule();
            return new RoleWalk(company, new Holdings(database, company.id()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 403 where the door refuses the role for want of a duty, asked for a record there is; otherwise what it answers. */
    public int answer(String role, Door door) {
        Asking somebody = people.computeIfAbsent(role, code -> new Asking(company.rest(code), company.session(code)));
        Answered answer = somebody.ask(door, ids.valuesFor(door).get(0), Map.of());
        if (answer.status() == 403 && !answer.text().contains("duty.missing")) {
            throw new AssertionError(door + " refuses " + role + " for another reason: " + answer.text());
        }
        return answer.status();
    }

    /** Tables of the company that differ since it was founded, but for the trail and what signing in writes. */
    public Map<String, String> changes() {
        try {
            Map<String, String> changes = new TreeMap<>(Office.differences(before, holdings.digest()));
            changes.keySet().removeAll(SIGNING_IN);
            return changes;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
