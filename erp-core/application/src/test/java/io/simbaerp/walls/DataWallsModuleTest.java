package io.simbaerp.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.ApplicationModule;

/** Asks PostgreSQL's catalogue whether the walls of the data stand around every table there is. */
@ModuleTest
class DataWallsModuleTest {

    /** Tables without a wall, each with its reason. Everything else is business and stands behind one. */
    private static final Map<String, String> GLOBAL = new TreeMap<>(Map.ofEntries(
            Map.entry("simba.flyway_schema_history", "migration history: of the database, not of a company"),
            Map.entry("identity.user_account", "somebody signs in before a company is known"),
            Map.entry("identity.access_token", "a token signs in before a company is known"),
            Map.entry("identity.personal_code", "a code is used before a company is known"),
            Map.entry("identity.token_use", "a token signs in before a company is known"),
            Map.entry("identity.sign_in_pace", "names are tried before a company is known"),
            Map.entry("identity.known_device", "names are tried before a company is known"),
            Map.entry("identity.session", "sessions: shared by the nodes"),
            Map.entry("identity.session_attributes", "sessions: shared by the nodes"),
            Map.entry("simba.installation", "one row: whether this installation is a demo for ever"),
            Map.entry("ledger.recording_bound", "one row: of the clock of the database, not of a company"),
            Map.entry("ledger.year_away", "years are taken out for all companies at once, by the operator"),
            Map.entry("company.directory", "how a company is found before its scope exists")));

    private static final String BUSINESS_TABLES = """
            select n.nspname || '.' || c.relname, c.relrowsecurity, c.relforcerowsecurity, c.oid,
                   pg_get_userbyid(c.relowner)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'camunda')
               and n.nspname not like 'pg_%'
             order by 1""";

    private static final String POLICY =
            "(company_id = ( SELECT (NULLIF(current_setting('simba.company'::text, true), ''::text))::uuid AS \"nullif\"))";

    @Autowired
    TestDatabase database;

    @Test
    void everyBusinessTableIsForcedBehindTheOnePolicy() throws SQLException {
        List<String> open = new ArrayList<>();
        int walled = 0;
        for (Map<String, String> table : rows(BUSINESS_TABLES)) {
            String name = table.get("1");
            if (GLOBAL.containsKey(name)) {
                continue;
            }
            walled++;
            if (!"t".equals(table.get("2")) || !"t".equals(table.get("3"))) {
                open.add(name + " isn't enabled and forced");
            }
            List<Map<String, String>> policies = rows(
                    "select polname, polcmd, polpermissive, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)"
                            + " from pg_policy where polrelid = " + table.get("4")
                            + " and (polpermissive or polname <> 'confidential_wall')");
            if (policies.size() != 1
                    || !"*".equals(policies.get(0).get("2"))
                    || !POLICY.equals(policies.get(0).get("4"))
                    || !POLICY.equals(policies.get(0).get("5"))) {
                open.add(name + " has other policies: " + policies);
            }
        }
        System.out.println("Data walls: " + walled + " business tables, " + GLOBAL.size() + " global ones");
        assertThat(open).isEmpty();
        assertThat(walled).isGreaterThan(10);
    }

    /** Tables that name a document and stay visible to everybody, each with its reason. */
    private static final Map<String, String> WHOLE = new TreeMap<>(Map.of(
            "ledger.journal_entry", "the books balance for everybody; queries leave out what tells of the document",
            "ledger.open_item", "the books balance for everybody; queries leave out what tells of the document",
            "tax.vat_register_row", "the register is whole for everybody; queries leave out the document",
            "payment.order_item", "a run is judged whole; its pages leave out the document",
            "payment.blocked_item", "a run is judged whole; its pages leave out the document",
            "simba.confidential_record", "nobody but the walls reads it"));

    /** Columns by which a row speaks of a document, of its invoice or of its task. */
    @Test
    void whatSpeaksOfADocumentStandsBehindTheWallOfConfidentialOnes() throws SQLException {
        List<String> open = new ArrayList<>();
        Set<String> speaking = new java.util.TreeSet<>();
        for (Map<String, String> column : rows("""
                select n.nspname || '.' || c.relname, a.attname,
                       coalesce((select pg_get_expr(p.polqual, p.polrelid) from pg_policy p
                                  where p.polrelid = c.oid and p.polname = 'confidential_wall' and not p.polpermissive
                                    and p.polcmd = '*'), '')
                  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'camunda')
                   and (a.attname in ('document_id', 'container_id', 'purchase_invoice_id', 'task_id')
                        or (n.nspname, c.relname, a.attname) in (
                            ('document', 'document', 'id'), ('invoice', 'purchase_invoice', 'id'), ('task', 'task', 'id'),
                            ('audit', 'business_event', 'subject_id'), ('audit', 'event_subject', 'subject_id'),
                            ('approval', 'approval_request', 'id'), ('approval', 'approval_decision', 'request_id')))""")) {
            String table = column.get("1");
            if (WHOLE.containsKey(table)) {
                speaking.add(table);
            } else if (!column.get("3").contains("simba.hidden_records()")) {
                open.add(table + " by " + column.get("2"));
            }
        }
        assertThat(open).isEmpty();
        assertThat(speaking).isEqualTo(WHOLE.keySet());
    }

    /** A partition addressed by its own name is past what its parent demands. */
    @Test
    void everyYearOfLinesStandsBehindTheWallAndGrantsNothing() throws SQLException {
        rows("select simba.open_year('ledger.journal_line', year) from generate_series(2025, 2027) year");
        List<Map<String, String>> years = rows("""
                select c.oid::regclass, c.relrowsecurity and c.relforcerowsecurity, pg_get_userbyid(c.relowner),
                       has_table_privilege('simba_app', c.oid, 'select, insert, update, delete, truncate'),
                       pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)
                  from pg_inherits i join pg_class c on c.oid = i.inhrelid
                  left join pg_policy p on p.polrelid = c.oid
                 where i.inhparent = 'ledger.journal_line'::regclass order by 1""");
        assertThat(years).hasSizeGreaterThanOrEqualTo(3).allSatisfy(year -> assertThat(year.values())
                .containsExactly(year.get("1"), "t", TestDatabase.OWNER, "f", POLICY, POLICY));
        rows("select simba.open_year('ledger.journal_line', 2026)");
    }

    @Test
    void globalTablesAreOneReasonedListWithoutDeadEntries() throws SQLException {
        Set<String> tables =
                rows(BUSINESS_TABLES).stream().map(row -> row.get("1")).collect(Collectors.toSet());
        assertThat(tables).containsAll(GLOBAL.keySet());
    }

    @Test
    void theCompanyLeadsEveryKey() throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (Map<String, String> index : rows("""
                select n.nspname || '.' || t.relname, i.relname, a.attname
                  from pg_index x
                  join pg_class i on i.oid = x.indexrelid
                  join pg_class t on t.oid = x.indrelid and t.relkind in ('r', 'p')
                  join pg_namespace n on n.oid = t.relnamespace
                  left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
                 where x.indisunique and n.nspname not in ('pg_catalog', 'information_schema', 'camunda')
                   and n.nspname not like 'pg_%'""")) {
            if (!GLOBAL.containsKey(index.get("1")) && !"company_id".equals(index.get("3"))) {
                wrong.add(index.get("1") + ": unique " + index.get("2"));
            }
        }
        for (Map<String, String> table : rows(BUSINESS_TABLES)) {
            if (!GLOBAL.containsKey(table.get("1"))
                    && rows("select 1 from pg_index where indisprimary and indrelid = " + table.get("4"))
                            .isEmpty()) {
                wrong.add(table.get("1") + ": no primary key");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theCompanyIsInEveryForeignKeyBetweenCompanyTables() throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (Map<String, String> key : foreignKeys()) {
            if (GLOBAL.containsKey(key.get("2")) || GLOBAL.containsKey(key.get("3"))) {
                continue;
            }
            if (!key.get("4").startsWith("FOREIGN KEY (company_id,")
                    || !key.get("4").contains("(company_id, ")) {
                wrong.add(key.get("2") + " " + key.get("1") + ": " + key.get("4"));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void foreignKeysFollowTheDeclaredDependencies() throws SQLException, ClassNotFoundException {
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        for (Map<String, String> key : foreignKeys()) {
            String from = key.get("2").substring(0, key.get("2").indexOf('.'));
            String to = key.get("3").substring(0, key.get("3").indexOf('.'));
            checked++;
            if (!from.equals(to) && !to.equals("company") && !declared(from).contains(to)) {
                wrong.add(key.get("1") + ": " + key.get("2") + " -> " + key.get("3"));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(checked).isGreaterThan(3);
    }

    private static Set<String> declared(String module) throws ClassNotFoundException {
        ApplicationModule front =
                Class.forName("io.simbaerp." + module + ".package-info").getAnnotation(ApplicationModule.class);
        return Arrays.stream(front.allowedDependencies())
                .map(name -> name.split(" ?::")[0])
                .collect(Collectors.toSet());
    }

    @Test
    void theApplicationsRoleIsNeitherSuperuserNorOwner() throws SQLException {
        assertThat(
                        rows(
                                "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'simba_app'"))
                .containsExactly(Map.of("1", "f", "2", "f", "3", "f", "4", "f"));
        assertThat(rows("select c.relname from pg_class c where pg_get_userbyid(c.relowner) = 'simba_app'"))
                .isEmpty();
        assertThat(
                        rows(
                                "select 1 from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = 'simba_app'"))
                .isEmpty();
    }

    private List<Map<String, String>> foreignKeys() throws SQLException {
        return rows("""
                select k.conname, fn.nspname || '.' || f.relname, tn.nspname || '.' || t.relname, pg_get_constraintdef(k.oid)
                  from pg_constraint k
                  join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
                  join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
                 where k.contype = 'f' and fn.nspname <> 'camunda'
                 order by 2, 1""");
    }

    private List<Map<String, String>> rows(String sql) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (Connection connection = database.connect(TestDatabase.OWNER);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                Map<String, String> row = new TreeMap<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.put(String.valueOf(column), String.valueOf(result.getString(column)));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
