package io.simbaerp.operation;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which statements of the application cost the database most since its statistics began, by PostgreSQL's extension
 * {@code pg_stat_statements}. Their texts have placeholders where values were.
 */
@Query(Duty.ADMINISTER)
public class SlowStatements {

    private static final int MOST = 50;

    private final JdbcClient jdbc;

    SlowStatements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A statement.
     *
     * @param total all its runs together
     * @param mean one run on average
     * @param longest its slowest run
     * @param rows all rows it gave or changed
     */
    public record Statement(String text, long calls, Duration total, Duration mean, Duration longest, long rows) {

        private static final int BEGINNING = 90;

        /** Its first words on one line. */
        public String beginning() {
            String line = text.strip().replaceAll("\\s+", " ");
            return line.length() <= BEGINNING ? line : line.substring(0, BEGINNING) + " …";
        }
    }

    /** Whether the server has the extension; without it nothing can be shown. */
    public boolean available() {
        return jdbc.sql("select to_regclass('pg_stat_statements') is not null")
                .query(Boolean.class)
                .single();
    }

    /** The fifty that took most of the server's time, the costliest first. */
    public List<Statement> costliest() {
        return statements("total_exec_time");
    }

    /** The fifty that are slowest on average, the slowest first. */
    public List<Statement> slowest() {
        return statements("mean_exec_time");
    }

    private List<Statement> statements(String order) {
        return jdbc.sql("""
                        select s.query, s.calls, (s.total_exec_time * 1000)::bigint, (s.mean_exec_time * 1000)::bigint,
                               (s.max_exec_time * 1000)::bigint, s.rows
                          from pg_stat_statements s
                         where s.dbid = (select oid from pg_database where datname = current_database())
                           and s.userid = (select oid from pg_roles where rolname = current_user)
                         order by s.%s desc
                         limit %d
                        """.formatted(order, MOST))
                .query((row, number) -> new Statement(
                        row.getString(1),
                        row.getLong(2),
                        micros(row.getLong(3)),
                        micros(row.getLong(4)),
                        micros(row.getLong(5)),
                        row.getLong(6)))
                .list();
    }

    private static Duration micros(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }
}
