package io.simbaerp.isolation;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.identity.DefineRole;
import io.simbaerp.identity.RegisterUser;
import io.simbaerp.setup.SetUpCompany;
import io.simbaerp.story.PageUser;
import io.simbaerp.story.Simba;
import io.simbaerp.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.ApplicationContext;

/** The two companies, filled, and somebody who belongs to both: everybody of the first is admitted to the second. */
public final class Office {

    /** The one pair of duties that is left, so that there are exceptions from it. */
    private static final String KEPT_CONFLICT = "'CODE_INVOICE', 'PROPOSE_PAYMENT'";

    private static Office open;

    private final Twin ours;
    private final Twin theirs;
    private final TestDatabase database;

    private Office(Twin ours, Twin theirs, TestDatabase database) {
        this.ours = ours;
        this.theirs = theirs;
        this.database = database;
    }

    /** Somebody of ours with every duty, by token and in a session. */
    Asking everybodyOfOurs() {
        return new Asking(ours.rest("everybody"), ours.session("everybody"));
    }

    /** Made once for all tests of the context. */
    static synchronized Office of(ApplicationContext application) {
        if (open == null) {
            Simba simba = application.getBean(Simba.class);
            Twin.Founding founding = founding(application);
            Twin ours = Twin.found(founding, simba, "a", "9990088001");
            Twin theirs = Twin.found(founding, simba, "b", "9990088002");
            theirs.fill();
            ours.fill();
            TestDatabase database = application.getBean(TestDatabase.class);
            everything(database, ours, "a-everybody");
            everything(database, ours, "a-director");
            everything(database, theirs, "a-director");
            everything(database, theirs, "b-everybody");
            ours.rule();
            theirs.rule();
            open = new Office(ours, theirs, database);
        }
        return open;
    }

    /**
     * A company besides the two, filled as they are, for tests that leave it in no good order.
     *
     * @return somebody of it with every duty, in a session
     */
    public static PageUser anotherCompany(ApplicationContext application, String letter, String taxId) {
        return anotherFilled(application, letter, taxId).everybody();
    }

    /** Somebody with every duty, in a session, and what the company holds. */
    public record Filled(PageUser everybody, Holdings holdings) {}

    /** The same with what it holds. */
    public static Filled anotherFilled(ApplicationContext application, String letter, String taxId) {
        Twin other = another(application, letter, taxId);
        return new Filled(
                other.session("everybody"), new Holdings(application.getBean(TestDatabase.class), other.id()));
    }

    static Twin another(ApplicationContext application, String letter, String taxId) {
        Twin other = Twin.found(founding(application), application.getBean(Simba.class), letter, taxId);
        other.fill();
        everything(application.getBean(TestDatabase.class), other, letter + "-everybody");
        return other;
    }

    private static Twin.Founding founding(ApplicationContext application) {
        return new Twin.Founding(
                application.getBean(SetUpCompany.class),
                application.getBean(DefineRole.class),
                application.getBean(RegisterUser.class),
                application.getBean(CurrentActor.class));
    }

    /** Lets somebody hold every duty in a company, past the rules about duties that conflict. */
    private static void everything(TestDatabase database, Twin twin, String login) {
        try (Connection connection = database.connect(TestDatabase.OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('simba.company', '" + twin.id() + "', false)");
            statement.execute(
                    "delete from identity.duty_conflict c where (c.one_duty, c.other_duty) <> (" + KEPT_CONFLICT + ")");
            statement.execute(excepted(twin, login));
            statement.execute("insert into identity.membership (company_id, user_id, role_id, granted_by, granted_at)"
                    + " select r.company_id, u.id, r.id, 'system:test', now() from identity.role r, identity.user_account u"
                    + " where r.code = 'everything' and u.login = '" + login + "' and r.company_id = '" + twin.id()
                    + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** That somebody may hold both duties of the pair that is left, or come to hold them in another's place. */
    static String excepted(Twin twin, String login) {
        return "insert into identity.duty_exception (company_id, id, user_id, conflict_id, reason,"
                + " requested_by, requested_at, ends_on, approved_by, approved_at)"
                + " select c.company_id, gen_random_uuid(), u.id, c.id, 'Isolation', 'system:test', now(),"
                + " '2036-12-31', 'system:set-up', now() from identity.duty_conflict c, identity.user_account u"
                + " where u.login = '" + login + "' and c.company_id = '" + twin.id() + "'";
    }

    Twin ours() {
        return ours;
    }

    Twin theirs() {
        return theirs;
    }

    Holdings ourHoldings() {
        return new Holdings(database, ours.id());
    }

    Holdings theirHoldings() {
        return new Holdings(database, theirs.id());
    }

    /** Ids that stand in their rows and in none of ours. */
    Set<String> theirIdsAlone() throws SQLException {
        Set<String> ids = new HashSet<>(theirHoldings().everyId());
        ids.removeAll(ourHoldings().everyId());
        return ids;
    }

    /** Tables whose rows differ, but for the trail: it may tell of refusals. */
    public static Map<String, String> differences(Map<String, String> before, Map<String, String> after) {
        Map<String, String> differences = new TreeMap<>();
        before.forEach((table, rows) -> {
            if (!table.startsWith("audit.") && !rows.equals(after.get(table))) {
                differences.put(table, rows + " became " + after.get(table));
            }
        });
        return differences;
    }
}
