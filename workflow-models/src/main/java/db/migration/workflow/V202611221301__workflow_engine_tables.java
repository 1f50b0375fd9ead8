package db.migration.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * The engine's tables in a schema of their own, from the scripts in the engine's jar, so that they are exactly what its
 * version expects. The application's role may change rows there and nothing else. They are a reasoned exception from
 * row-level security: the company is the tenant of each instance, and nothing but ids, keys and constants lies there.
 */
public class V202611221301__workflow_engine_tables extends BaseJavaMigration {

    private static final String FOLDER = "org/camunda/bpm/engine/db/create/activiti.postgres.create.";
    private static final List<String> SCRIPTS =
            List.of("engine", "history", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws Exception {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("call simba.module_schema('camunda')");
            statement.execute("comment on schema camunda is 'Tables of the process engine: ids, keys and constants'");
            statement.execute("set local search_path to camunda");
            for (String script : SCRIPTS) {
                statement.execute(read(FOLDER + script + ".sql"));
            }
            statement.execute("grant select, insert, update, delete on all tables in schema camunda to simba_app");
        }
    }

    /** The version of the scripts; changes with the engine, never with this class. */
    @Override
    public Integer getChecksum() {
        return 724;
    }

    private static String read(String resource) {
        ClassLoader loader = V202611221301__workflow_engine_tables.class.getClassLoader();
        try (InputStream in = loader.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The engine's jar has no " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
