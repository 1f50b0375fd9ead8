package io.simbaerp.bench;

import io.simbaerp.architecture.CompanyId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the ledger is measured against: functions written by hand for the same rules ({@code ledger-reference.sql}), called
 * by {@code pgbench}, and plain queries over the very lines of ours. It fills our tables too, by the staged posting every
 * batch takes.
 */
final class LedgerReference {

    private static final Path SQL =
            Path.of(System.getProperty("simba.root", "."), "erp-core/application/src/bench/sql");
    private static final int CHUNK = 10_000;

    private final Connection superuser;
    private final String url;
    private final String password;
    private final CompanyId company;
    private final Path data;
    private long lastCount;

    private LedgerReference(Connection superuser, String url, String password, CompanyId company, Path data) {
        this.superuser = superuser;
        this.url = url;
        this.password = password;
        this.company = company;
        this.data = data;
    }

    static LedgerReference open(Path data, String url, CompanyId company) throws IOException, SQLException {
        String password = password(data, "postgres");
        String plain = url.replaceAll("\\?.*", "");
        Connection superuser = DriverManager.getConnection(plain, "postgres", password);
        LedgerReference reference = new LedgerReference(superuser, plain, password, company, data);
        reference.execute(Files.readString(SQL.resolve("ledger-reference.sql")));
        reference.execute("reset search_path");
        return reference;
    }

    private static String password(Path data, String user) throws IOException {
        return Files.readAllLines(data.resolve("postgres.pgpass")).stream()
                .filter(line -> line.contains(":" + user + ":"))
                .map(line -> line.substring(line.lastIndexOf(':') + 1))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    /** Accounts any line may name. */
    List<String> accounts() throws SQLException {
        List<String> codes = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("select code from ledger.account where company_id = '" + company
                        + "' and postable and control is null and not cost_centre_required and currency is null"
                        + " and active_to is null order by code limit 200")) {
            while (row.next()) {
                codes.add(row.getString(1));
            }
        }
        return codes;
    }

    /** Every entry of ours in the form {@code ledger} and {@code hledger} read. */
    Path journal() throws IOException, SQLException {
        return LedgerPeers.journal(superuser, company.toString(), data);
    }

    /** Tryton in a database of its own beside ours. */
    TrytonPeer tryton(boolean quick) throws SQLException {
        execute("create database tryton template template0");
        return new TrytonPeer(data, SQL.resolveSibling("tryton").resolve("ledger.py"), url, password, quick);
    }

    int seconds(boolean quick) {
        return quick ? 4 : 15;
    }

    /** How many entries the last run of the reference posted. */
    long lastCount() {
        return lastCount;
    }

    /** Entries per second by pgbench of Debian's PostgreSQL, prepared and durable. */
    double pgbench(int seconds, int clients) throws IOException, InterruptedException {
        Path script = Files.createTempFile("simba-reference", ".sql");
        Files.writeString(script, """
                \\set account random(0, 199)
                \\set day random(0, 27)
                \\set journal :client_id % 4
                \\set key random(1, 9000000000000000000)
                select reference.post((:journal)::int, 'b' || (:key)::text, date '2026-11-01' + (:day)::int,\
                 array[(:account)::int, ((:account)::int + 13) % 200], array[10.00, 0], array[0, 10.00]);
                """);
        Matcher address = Pattern.compile("//([^:/]+):(\\d+)/(\\w+)").matcher(url);
        if (!address.find()) {
            throw new IllegalStateException("No address in " + url);
        }
        ProcessBuilder command = new ProcessBuilder(
                "pgbench", "-n", "-M", "prepared", "-c", String.valueOf(clients), "-j", "1", "-T",
                String.valueOf(seconds), "-f", script.toString(), "-h", address.group(1), "-p", address.group(2), "-U",
                "postgres", address.group(3));
        command.environment().put("PGPASSWORD", password);
        Process run;
        try {
            run = command.redirectErrorStream(true).start();
        } catch (IOException missing) {
            throw new IllegalStateException("pgbench is missing: apt-get install postgresql-contrib", missing);
        }
        String said = new String(run.getInputStream().readAllBytes());
        if (!run.waitFor(5, TimeUnit.MINUTES) || run.exitValue() != 0) {
            throw new IllegalStateException("pgbench failed: " + said);
        }
        lastCount = (long) found(said, "transactions actually processed: (\\d+)");
        return found(said, "tps = ([\\d.]+)");
    }

    private static double found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("pgbench said: " + text);
        }
        return Double.parseDouble(matcher.group(1));
    }

    /** Entries per second of the set-based function, a thousand a transaction. */
    double batches(int count, int lines) throws SQLException {
        long start = System.nanoTime();
        for (int n = 0; n < count; n++) {
            execute("select reference.post_many(1000, " + lines + ", '" + UUID.randomUUID() + "')");
        }
        return count * 1000 / ((System.nanoTime() - start) / 1e9);
    }

    /** Posts entries of two lines into the books until they hold so many lines. */
    void fillTo(int lines) throws IOException, SQLException {
        String fill = Files.readString(SQL.resolve("ledger-fill.sql")).replace(":lines", "2");
        try (Connection application =
                        DriverManager.getConnection(url, "simba_app", password(data, "simba_app"));
                Statement statement = application.createStatement()) {
            application.setAutoCommit(false);
            for (long held = count("ledger.journal_line"); held < lines; held += CHUNK * 2L) {
                statement.execute("select set_config('simba.company', '" + company + "', true)");
                statement.execute(fill.replace(":entries", String.valueOf(Math.min(CHUNK, (lines - held + 1) / 2))));
                application.commit();
            }
        }
        execute("vacuum analyze ledger.journal_line, ledger.journal_entry, ledger.turnover_day, ledger.turnover_month,"
                + " ledger.open_item");
    }

    private long count(String table) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from " + table + " where company_id = '" + company + "'")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Milliseconds of the trial balance as plain GROUP BY over the lines, the middle one. */
    double grouped(int times) throws SQLException {
        return middle(
                times,
                "select a.code, sum(l.debit) filter (where l.posting_date < '2026-06-15'),"
                        + " sum(l.credit) filter (where l.posting_date < '2026-06-15'), sum(l.debit), sum(l.credit)"
                        + " from ledger.journal_line l join ledger.account a on a.company_id = l.company_id"
                        + " and a.id = l.account_id where l.company_id = '" + company
                        + "' and l.posting_date <= '2026-09-17' group by a.code order by a.code");
    }

    /** Milliseconds of the ageing over the lines that were left open. */
    double ageing() throws SQLException {
        return middle(
                3,
                "select l.debit = 0, (date '2026-11-20' - l.due_date) / 30, sum(l.credit - l.debit)"
                        + " from ledger.journal_line l where l.company_id = '" + company + "' and l.open_item"
                        + " group by 1, 2 order by 1, 2");
    }

    private double middle(int times, String query) throws SQLException {
        double[] milliseconds = new double[times];
        for (int n = 0; n < times; n++) {
            long start = System.nanoTime();
            try (Statement statement = superuser.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    rows.getString(1);
                }
            }
            milliseconds[n] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(milliseconds);
        return milliseconds[times / 2];
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
