package io.simbaerp.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.springframework.core.env.Environment;

/** A PostgreSQL of the operator's own. It is used only if version and roles are as the walls of the data need them. */
final class ExternalDatabase {

    private static final int OLDEST_VERSION = 150000;
    private static final String HOW_TO = "Prepare the database as docs/operating/install.md says.";

    private ExternalDatabase() {}

    /**
     * Opens the database named by SIMBA_DB_URL and the credentials beside it.
     *
     * @throws DatabaseUnusable if it can't be reached, is too old, or its roles would leave the walls of the data open
     */
    static DatabaseAccess open(String url, Environment environment) {
        checkUrl(url);
        DatabaseAccess access = new DatabaseAccess(
                url,
                login(environment, "simba.db.owner-user", "simba.db.owner-password", ServerPasswords.OWNER),
                login(environment, "simba.db.user", "simba.db.password", ServerPasswords.APPLICATION));
        refuse(
                access.owner().user().equals(access.application().user()),
                "SIMBA_DB_USER and SIMBA_DB_OWNER_USER name the same role.");
        try (Connection owner = access.connectAsOwner();
                Connection application = access.connectAsApplication()) {
            checkVersion(application);
            checkOwner(owner);
            checkApplication(application, access.owner().user());
        } catch (SQLException e) {
            throw new DatabaseUnusable("The database " + url + " can't be used: " + e.getMessage(), HOW_TO, e);
        }
        return access;
    }

    private static DatabaseAccess.Login login(Environment environment, String user, String password, String fallback) {
        String secret = environment.getProperty(password);
        if (secret == null) {
            String variable =
                    password.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
            throw new DatabaseUnusable("SIMBA_DB_URL is set, but " + variable + " is not.", HOW_TO);
        }
        return new DatabaseAccess.Login(environment.getProperty(user, fallback), secret);
    }

    private static void checkUrl(String url) {
        refuse(!url.startsWith("jdbc:postgresql://"), "SIMBA_DB_URL must begin with jdbc:postgresql://");
        // The driver prefers a user in the address to the one it is given: the application would not be who we think.
        // And what stands in it is said wherever the address is said: at the start, in errors, in the log.
        refuse(
                url.matches("(?i).*[?&](user|password|sslpassword)=.*") || url.matches("jdbc:postgresql://[^/?]*@.*"),
                "SIMBA_DB_URL must not name a user or a password; they have variables of their own.");
    }

    private static void checkVersion(Connection connection) throws SQLException {
        int version = Integer.parseInt(ask(connection, "show server_version_num"));
        refuse(
                version < OLDEST_VERSION,
                "The database is PostgreSQL " + ask(connection, "show server_version") + "; 15 or newer is needed.");
    }

    private static void checkOwner(Connection connection) throws SQLException {
        String role = ask(connection, "select current_user");
        refuse(isAboveTheWalls(connection), "The role " + role + " is a superuser or bypasses row-level security.");
        refuse(
                !yes(connection, "select has_database_privilege(current_database(), 'create')"),
                "The role " + role + " may not create schemas in this database.");
    }

    private static void checkApplication(Connection connection, String owner) throws SQLException {
        String role = ask(connection, "select current_user");
        refuse(isAboveTheWalls(connection), "The role " + role + " is a superuser or bypasses row-level security.");
        refuse(
                yes(connection, "select pg_has_role('" + owner.replace("'", "''") + "', 'member')"),
                "The role " + role + " may act as " + owner + ", which owns the tables.");
        refuse(
                yes(
                        connection,
                        "select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                + " where pg_get_userbyid(c.relowner) = current_user and c.relkind in ('r', 'p', 'v')"
                                + " and n.nspname !~ '^pg_')"
                                + " or exists (select from pg_database where datname = current_database()"
                                + " and pg_get_userbyid(datdba) = current_user)"),
                "The role " + role + " owns the database or tables in it.");
        refuse(
                !yes(connection, "select exists (select from pg_roles where rolname = 'simba_app')")
                        || !yes(connection, "select pg_has_role('simba_app', 'usage')"),
                "The role " + role + " is neither simba_app nor a member of it, so it has no rights on the tables.");
    }

    private static boolean isAboveTheWalls(Connection connection) throws SQLException {
        return yes(connection, "select rolsuper or rolbypassrls from pg_roles where rolname = current_user");
    }

    private static boolean yes(Connection connection, String query) throws SQLException {
        return "t".equals(ask(connection, query));
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void refuse(boolean wrong, String reason) {
        if (wrong) {
            throw new DatabaseUnusable(reason, HOW_TO);
        }
    }
}
