package io.simbaerp.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.story.StoryTest;
import io.simbaerp.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The application's own role, asking for the other company's rows in SQL of its own within the scope of one company. */
@StoryTest
class IsolatedRowsStory {

    private static final String NO_RIGHT = "42501";

    /** Functions that act with the owner's rights and may be called; what each of them refuses is tested here. */
    private static final String OWNERS_FUNCTIONS = """
            select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
             where p.prosecdef and p.prorettype <> 'trigger'::regtype
               and has_function_privilege('simba_app', p.oid, 'execute') order by 1""";

    private static final Set<String> PROBES = Set.of(
            "approval.limits_reached",
            "payment.had_a_hand_in",
            "simba.hidden_records",
            "simba.is_hidden",
            "task.speaks_of_confidential");

    /** What writes or locks by an id, asked with an entry or an item of theirs. */
    private static final Map<String, String> WRITERS = Map.of(
            "ledger.say_paid_before",
            "select ledger.say_paid_before(%1$s, 5)::text",
            "ledger.hold_open_items",
            "select ledger.hold_open_items(array[%2$s]::uuid[])::text");

    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    private Office office;
    private Map<String, String> before;
    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void open() throws SQLException {
        office = Office.of(application);
        before = office.theirHoldings().digest();
    }

    @Test
    void noStatementReachesTheirRowsFromWithinOurCompany() throws SQLException {
        attack(office.ours().id().toString());
    }

    @Test
    void noStatementReachesAnyRowWithoutACompany() throws SQLException {
        attack("");
    }

    private void attack(String scope) throws SQLException {
        List<String> tables = Holdings.tables(database);
        int statements = 0;
        int seen = 0;
        String theirs = "'" + office.theirs().id() + "'";
        for (String table : tables) {
            seen += before.get(table).startsWith("0 ") ? 0 : 1;
            reads(scope, "select count(*) from " + table + " where company_id = " + theirs);
            changes(scope, "update " + table + " set company_id = company_id where company_id = " + theirs);
            changes(scope, "delete from " + table + " where company_id = " + theirs);
            refused(scope, "insert into " + table + " (company_id) values (" + theirs + ")");
            statements += 4;
            if (!scope.isEmpty()) {
                handsNothingOver(scope, "update " + table + " set company_id = " + theirs);
                statements++;
            } else {
                reads(scope, "select count(*) from " + table);
                statements++;
            }
        }
        System.out.println("Isolation in SQL " + (scope.isEmpty() ? "without a company" : "as the other company") + ": "
                + tables.size() + " tables, " + seen + " of them with rows of theirs, " + statements + " statements");
        assertThat(wrong).isEmpty();
        assertThat(seen).isGreaterThan(tables.size() / 2);
        assertThat(Office.differences(before, office.theirHoldings().digest())).isEmpty();
    }

    private void reads(String scope, String sql) throws SQLException {
        try (Connection connection = scoped(scope)) {
            String count = Holdings.column(connection, sql).get(0);
            if (!count.equals("0")) {
                wrong.add(sql + " sees " + count);
            }
        } catch (SQLException refusal) {
            mustBeARight(sql, refusal);
        }
    }

    private void changes(String scope, String sql) throws SQLException {
        try (Connection connection = scoped(scope);
                Statement statement = connection.createStatement()) {
            int rows = statement.executeUpdate(sql);
            if (rows != 0) {
                wrong.add(sql + " changes " + rows);
            }
        } catch (SQLException refusal) {
            mustBeARight(sql, refusal);
        }
    }

    private void refused(String scope, String sql) throws SQLException {
        try (Connection connection = scoped(scope);
                Statement statement = connection.createStatement()) {
            wrong.add(sql + " is allowed: " + statement.executeUpdate(sql));
        } catch (SQLException refusal) {
            if (!isARefusal(refusal)) {
                wrong.add(sql + " fails for another reason: " + refusal.getSQLState() + " " + refusal.getMessage());
            }
        }
    }

    /** A row of ours is never handed over; where there is none nothing changes either. */
    private void handsNothingOver(String scope, String sql) throws SQLException {
        try (Connection connection = scoped(scope);
                Statement statement = connection.createStatement()) {
            if (statement.executeUpdate(sql) != 0) {
                wrong.add(sql + " hands rows over");
            }
        } catch (SQLException refusal) {
            if (!isARefusal(refusal)) {
                wrong.add(sql + " fails for another reason: " + refusal.getSQLState() + " " + refusal.getMessage());
            }
        }
    }

    /** The wall's own refusal, or a rule's whose trigger is asked before the wall. */
    private static boolean isARefusal(SQLException refusal) {
        return NO_RIGHT.equals(refusal.getSQLState()) || refusal.getSQLState().startsWith("23");
    }

    private void mustBeARight(String sql, SQLException refusal) {
        if (!NO_RIGHT.equals(refusal.getSQLState())) {
            wrong.add(sql + " fails for another reason: " + refusal.getSQLState() + " " + refusal.getMessage());
        }
    }

    @Test
    void functionsWithTheOwnersRightsStayWithinTheCompany() throws SQLException {
        Set<String> theirIds = office.theirHoldings().everyId();
        int asked = 0;
        try (Connection connection = database.connect(TestDatabase.OWNER)) {
            for (String function : Holdings.column(connection, OWNERS_FUNCTIONS)) {
                if (function.equals("ledger.rename_party")) {
                    asked++;
                    rename();
                    continue;
                }
                if (function.equals("invoice.is_registered")) {
                    asked++;
                    registered();
                    continue;
                }
                if (WRITERS.containsKey(function)) {
                    asked++;
                    write(WRITERS.get(function));
                    continue;
                }
                if (PROBES.contains(function)) {
                    asked += probe(function, theirIds);
                    continue;
                }
                assertThat(function).as("Say here what it refuses").matches("[a-z]+\\.search_[a-z_]+");
                for (String scope : List.of(office.ours().id().toString(), "")) {
                    for (String text : List.of(office.theirs().mark(), "twin", "letter", "Dostawca", "x' or true --")) {
                        asked++;
                        try (Connection attack = scoped(scope)) {
                            assertThat(Holdings.column(
                                            attack,
                                            "select t::text from " + function + "('" + text.replace("'", "''")
                                                    + "') t"))
                                    .doesNotContainAnyElementsOf(theirIds);
                        }
                    }
                }
            }
        }
        System.out.println("Isolation in SQL: " + asked + " calls of functions with the owner's rights");
        assertThat(asked).isPositive();
        assertThat(Office.differences(before, office.theirHoldings().digest())).isEmpty();
    }

    /** Asked about a record of theirs, they know nothing of it: not that it is hidden, nor who had a hand in it. */
    private int probe(String function, Set<String> theirIds) throws SQLException {
        int asked = 0;
        for (String scope : List.of(office.ours().id().toString(), "")) {
            for (String id : theirIds.stream().limit(40).toList()) {
                String call =
                        switch (function) {
                            case "simba.hidden_records" -> "select simba.hidden_records()::text";
                            case "simba.is_hidden" -> "select nullif(simba.is_hidden('" + id + "'), false)::text";
                            case "task.speaks_of_confidential" ->
                                "select nullif(task.speaks_of_confidential('" + id + "'), false)::text";
                            case "approval.limits_reached" ->
                                "select used::text from approval.limits_reached('APPROVE_INVOICE', '" + id + "', '" + id
                                        + "', 1, '{}', now(), null, true) where used > 0";
                            default ->
                                "select payment.had_a_hand_in('"
                                        + office.theirs().id() + "', '" + id + "', array['person:" + id
                                        + "', 'system:set-up'])";
                        };
                try (Connection attack = scoped(scope)) {
                    asked++;
                    assertThat(Holdings.column(attack, call).stream().filter(Objects::nonNull))
                            .as(call)
                            .doesNotContainAnyElementsOf(theirIds)
                            .allMatch(answer -> function.equals("simba.hidden_records"));
                }
            }
        }
        return asked;
    }

    /** Done with an id of theirs within our company and within none, it changes nothing of theirs. */
    private void write(String call) throws SQLException {
        String entry = office.theirHoldings()
                .ids("select entry_id::text from ledger.open_item where side = 'CREDIT' limit 1")
                .get(0);
        String item = office.theirHoldings()
                .ids("select id::text from ledger.open_item limit 1")
                .get(0);
        for (String scope : List.of(office.ours().id().toString(), "")) {
            try (Connection connection = scoped(scope)) {
                Holdings.column(connection, call.formatted("'" + entry + "'", "'" + item + "'"));
            }
        }
    }

    /** Asked for an invoice of theirs by its supplier and number, it knows none. */
    private void registered() throws SQLException {
        String[] invoice = office.theirHoldings()
                .ids("select supplier_id || ' ' || number_key from invoice.purchase_invoice"
                        + " where supplier_id is not null and state <> 'REJECTED' limit 1")
                .get(0)
                .split(" ", 2);
        String call = "select invoice.is_registered('" + invoice[0] + "', 'none', '" + invoice[1] + "')::text";
        for (String scope :
                List.of(office.theirs().id().toString(), office.ours().id().toString(), "")) {
            try (Connection attack = scoped(scope)) {
                assertThat(Holdings.column(attack, call))
                        .as(call)
                        .containsExactly(
                                String.valueOf(scope.equals(office.theirs().id().toString())));
            }
        }
    }

    /** Told of a party of theirs, it finds no card of an open item to write the name on. */
    private void rename() throws SQLException {
        String party = office.theirHoldings()
                .ids("select party_id::text from ledger.open_item limit 1")
                .get(0);
        try (Connection connection = scoped(office.ours().id().toString())) {
            Holdings.column(connection, "select ledger.rename_party('" + party + "')::text");
        }
    }

    private Connection scoped(String company) throws SQLException {
        Connection connection = database.connect(TestDatabase.APPLICATION);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('simba.company', '" + company + "', false)");
        }
        connection.setAutoCommit(true);
        return connection;
    }
}
