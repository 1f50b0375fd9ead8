package io.simbaerp.database;

import io.simbaerp.database.BackupManifest.SequencePosition;
import io.simbaerp.database.BackupManifest.TableContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** Every table of ours, read from the catalogue, written and read with COPY in an order that says the same every time. */
final class TableCopies {

    /** Tables and their columns; text is ordered by its bytes, so that the order doesn't depend on the server. */
    private static final String TABLES = """
            select n.nspname, c.relname,
                   array(select quote_ident(a.attname) from pg_attribute a
                          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                          order by a.attnum) as columns,
                   array(select quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end
                           from pg_index i
                          cross join unnest(i.indkey) with ordinality k (column_number, place)
                           join pg_attribute a on a.attrelid = c.oid and a.attnum = k.column_number
                          where i.indrelid = c.oid and i.indisprimary
                          order by k.place) as key
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'r' and c.relpersistence = 'p'
               and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
             order by n.nspname, c.relname
            """;

    private static final String SEQUENCES = """
            select schemaname, sequencename, last_value from pg_sequences
             where last_value is not null and schemaname !~ '^pg_'
             order by schemaname, sequencename
            """;

    private final Connection connection;

    TableCopies(Connection connection) {
        this.connection = connection;
    }

    /** A table, its columns, and the columns its rows are ordered by. */
    record Table(String schema, String name, List<String> columns, List<String> key) {

        String qualified() {
            return '"' + schema + "\".\"" + name + '"';
        }

        String entry() {
            return "tables/" + schema + "." + name;
        }

        private String list() {
            return String.join(", ", columns);
        }

        private String order() {
            return key.isEmpty() ? "t::text collate \"C\"" : String.join(", ", key);
        }
    }

    /** Makes the years that hold rows in a backup and that an empty schema doesn't have yet. */
    void openYears(List<TableContent> wanted) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select simba.open_year(c.oid, substring(? from '_(\\d{4})$')::integer) from pg_class c
                 where c.oid = to_regclass(regexp_replace(?, '_\\d{4}$', '')) and c.relkind = 'p'""")) {
            for (TableContent content : wanted) {
                statement.setString(1, content.table());
                statement.setString(2, content.schema() + "." + content.table());
                statement.execute();
            }
        }
    }

    List<Table> tables() throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                tables.add(
                        new Table(row.getString(1), row.getString(2), texts(row.getArray(3)), texts(row.getArray(4))));
            }
        }
        return tables;
    }

    List<SequencePosition> sequences() throws SQLException {
        List<SequencePosition> sequences = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SEQUENCES)) {
            while (row.next()) {
                sequences.add(new SequencePosition(row.getString(1), row.getString(2), row.getLong(3)));
            }
        }
        return sequences;
    }

    /** Writes the rows of a table and says how many there were and what their hash is. */
    TableContent write(Table table, OutputStream target) throws SQLException, IOException {
        DigestOutputStream hashed = new DigestOutputStream(target, FileHash.digest());
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select " + table.list() + " from " + table.qualified() + " t order by " + table.order()
                                + ") to stdout",
                        hashed);
        return new TableContent(
                table.schema(), table.name(), table.columns(), rows, FileHash.hex(hashed.getMessageDigest()));
    }

    /** Empties a table and fills it with rows written before. */
    void read(Table table, InputStream rows) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table.qualified() + " (" + table.list() + ") from stdin", rows);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
