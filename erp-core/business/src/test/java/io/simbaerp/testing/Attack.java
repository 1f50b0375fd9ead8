package io.simbaerp.testing;

import io.simbaerp.architecture.CompanyId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Plain SQL for a company, past everything the application does; nothing of it stays. */
public record Attack(TestDatabase database, CompanyId company) {

    public static final String PERMISSION = "permission denied";

    /**
     * Runs the statements as the role, in one transaction, deferred rules included.
     *
     * @return the name of the rule that refused, {@link #PERMISSION}, the SQL state where a rule has no name, or null when
     *     PostgreSQL took it all
     */
    public @Nullable String refusal(String role, String... statements) throws SQLException {
        try (Connection connection = database.connect(role);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('simba.company', '" + company + "', true)");
            try {
                for (String sql : statements) {
                    statement.execute(sql);
                }
                statement.execute("set constraints all immediate");
                return null;
            } catch (PSQLException refused) {
                return reason(refused);
            } finally {
                connection.rollback();
            }
        }
    }

    private static @Nullable String reason(PSQLException refused) {
        var error = Objects.requireNonNull(refused.getServerErrorMessage(), refused.getMessage());
        if (String.valueOf(refused.getMessage()).contains(PERMISSION)) {
            return PERMISSION;
        }
        return error.getConstraint() != null ? error.getConstraint() : refused.getSQLState();
    }
}
