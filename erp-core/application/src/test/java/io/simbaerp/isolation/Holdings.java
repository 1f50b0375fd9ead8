package io.simbaerp.isolation;

import io.simbaerp.architecture.CompanyId;
import io.simbaerp.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a company has in the database, read by the owner of the tables past the application. */
public final class Holdings {

    private static final String TABLES = """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and c.relrowsecurity and not c.relispartition order by 1""";

    private final TestDatabase database;
    private final CompanyId company;

    Holdings(TestDatabase database, CompanyId company) {
        this.database = database;
        this.company = company;
    }

    /** Every table behind the wall. */
    static List<String> tables(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect(TestDatabase.OWNER)) {
            return column(connection, TABLES);
        }
    }

    public List<String> ids(String sql) throws SQLException {
        try (Connection connection = connect()) {
            return column(connection, sql);
        }
    }

    /** Rows and a hash of all of them, table by table. */
    public Map<String, String> digest() throws SQLException {
        Map<String, String> digest = new TreeMap<>();
        List<String> tables = tables(database);
        try (Connection connection = connect()) {
            for (String table : tables) {
                digest.put(
                        table,
                        column(
                                        connection,
                                        "select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by"
                                                + " md5(t::text))), '') from " + table + " t where company_id = '"
                                                + company + "'")
                                .get(0));
            }
        }
        return digest;
    }

    /** Every id in every table, wherever it stands. */
    Set<String> everyId() throws SQLException {
        Set<String> ids = new HashSet<>();
        try (Connection connection = connect()) {
            for (String column : column(connection, """
                    select n.nspname || '.' || c.relname || '|' || a.attname
                      from pg_attribute a join pg_class c on c.oid = a.attrelid
                      join pg_namespace n on n.oid = c.relnamespace
                     where c.relkind in ('r', 'p') and not c.relispartition and c.relrowsecurity and a.atttypid = 'uuid'::regtype and a.attnum > 0
                       and not a.attisdropped""")) {
                String[] parts = column.split("\\|");
                ids.addAll(column(
                        connection,
                        "select distinct " + parts[1] + "::text from " + parts[0] + " where company_id = '" + company
                                + "' and " + parts[1] + " is not null"));
            }
        }
        return ids;
    }

    private Connection connect() throws SQLException {
        Connection connection = database.connect(TestDatabase.OWNER);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('simba.company', '" + company + "', false)");
        }
        return connection;
    }

    static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
