package io.simbaerp.hardening;

import io.simbaerp.testing.TestDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Secrets a test gave away, and the search for them. */
final class Secrets {

    private static final String TABLES = """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' order by 1""";

    /** A session is found by its id, and a password checked by its hash: each stands in one place. */
    private static final Map<String, String> PLACES =
            Map.of("identity.session", "the session's id", "identity.user_account", "the password's hash");

    private final Map<String, String> kept = new LinkedHashMap<>();
    private int tables;

    String keep(String what, String secret) {
        kept.put(secret, what);
        return secret;
    }

    void keepHash(String hash) {
        keep("the password's hash", hash);
    }

    /** The cookie and the id it stands for. */
    void keepSession(String cookie) {
        keep("the session's cookie", cookie);
        keep("the session's id", new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8));
    }

    int count() {
        return kept.size();
    }

    int tables() {
        return tables;
    }

    /** Texts that name one of them, as it is or as an address writes it. */
    List<String> in(List<String> texts) {
        List<String> found = new ArrayList<>();
        for (String text : texts) {
            kept.forEach((secret, what) -> {
                if (text.contains(secret) || text.contains(URLEncoder.encode(secret, StandardCharsets.UTF_8))) {
                    found.add(what + ": " + text.substring(0, Math.min(160, text.length())));
                }
            });
        }
        return found;
    }

    /** Tables that hold one, as text or as bytes, read by their owner in every company. */
    List<String> inDatabase(TestDatabase database) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.connect(TestDatabase.OWNER)) {
            List<String> companies = column(connection, "select company_id::text from company.directory");
            List<String> all = column(connection, TABLES);
            tables = all.size();
            for (String company : companies) {
                column(connection, "select set_config('simba.company', '" + company + "', false)");
                for (String table : all) {
                    found.addAll(inTable(connection, table));
                }
            }
        }
        return found;
    }

    private List<String> inTable(Connection connection, String table) throws SQLException {
        List<String> found = new ArrayList<>();
        String[] values = kept.keySet().stream()
                .filter(secret -> !kept.get(secret).equals(PLACES.get(table)))
                .toArray(String[]::new);
        String[] bytes = java.util.Arrays.stream(values)
                .map(value -> HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8)))
                .toArray(String[]::new);
        try (PreparedStatement search = connection.prepareStatement("select secret from unnest(?::text[], ?::text[]) as"
                + " s(secret, bytes) where exists (select from " + table + " t where strpos(t::text, s.secret) > 0 or"
                + " strpos(t::text, s.bytes) > 0)")) {
            search.setArray(1, connection.createArrayOf("text", values));
            search.setArray(2, connection.createArrayOf("text", bytes));
            try (ResultSet rows = search.executeQuery()) {
                while (rows.next()) {
                    found.add(table + " holds " + kept.get(rows.getString(1)));
                }
            }
        }
        return found;
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
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
