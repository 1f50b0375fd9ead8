package io.simbaerp.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;

/**
 * One PostgreSQL per test JVM with the product's three roles, and one migrated template database in it. Every Spring
 * context gets a clone of its own. With SIMBA_TEST_DB_URL (superuser credentials in SIMBA_TEST_DB_USER and
 * SIMBA_TEST_DB_PASSWORD) that server is used instead of the embedded one.
 */
public final class TestDatabase {

    public static final String OWNER = "simba_owner";
    public static final String APPLICATION = "simba_app";
    private static final String PASSWORD = "only-in-tests";
    private static final String TEMPLATE = "simba_template";
    private static final AtomicInteger CLONES = new AtomicInteger();

    private static String superuserUrl;

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A fresh database with all migrations of the class path's core in it. */
    public static synchronized TestDatabase fresh() {
        if (superuserUrl == null) {
            start();
        }
        String name = "simba_" + ProcessHandle.current().pid() + "_" + CLONES.incrementAndGet();
        asSuperuser("create database " + name + " template " + TEMPLATE + ld() + " owner " + OWNER);
        return new TestDatabase(name);
    }

    public String url() {
        return databaseUrl(name);
    }

    public String password() {
        return PASSWORD;
    }

    /** A plain connection as one of the roles, past everything the application does: for attacks. */
    public Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(url(), role, PASSWORD);
    }

    private static String ld() {
        return "_" + ProcessHandle.current().pid();
    }

    private static void start() {
        String external = System.getenv("SIMBA_TEST_DB_URL");
        superuserUrl = external != null ? external : embedded();
        createRole(OWNER);
        createRole(APPLICATION);
        String template = TEMPLATE + ld();
        asSuperuser("create database " + template + " owner " + OWNER);
        Flyway.configure()
                .dataSource(databaseUrl(template), OWNER, PASSWORD)
                .locations("classpath:db/migration")
                .defaultSchema("simba")
                .placeholders(java.util.Map.of("mode", "ordinary"))
                .load()
                .migrate();
        // The tests' clock is their own: what it says isn't near the database's.
        asOwner(template, "update ledger.recording_bound set tolerance = interval '100 years'");
        if (external != null) {
            // After the contexts are closed, or they would look for their database for half a minute.
            SpringApplication.getShutdownHandlers().add(TestDatabase::dropOwnDatabases);
        }
    }

    private static String embedded() {
        try {
            Path folder = Path.of(
                    "target",
                    "test-postgres",
                    String.valueOf(ProcessHandle.current().pid()));
            Files.createDirectories(folder.getParent());
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(true)
                    .setServerConfig("max_connections", "200")
                    .setRegisterShutdownHook(false)
                    .start();
            // After the contexts are closed: the engine says goodbye to its database.
            SpringApplication.getShutdownHandlers().add(() -> close(server));
            return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres";
        } catch (IOException e) {
            throw new IllegalStateException("The embedded PostgreSQL didn't start", e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("The embedded PostgreSQL didn't stop", e);
        }
    }

    private static void createRole(String role) {
        // Two test JVMs may share one server.
        asSuperuser(
                "do $$ begin perform pg_advisory_xact_lock(7); if not exists (select from pg_roles where rolname = '"
                        + role
                        + "') then create role " + role + " login nosuperuser nobypassrls password '" + PASSWORD
                        + "'; end if; end $$");
    }

    private static void dropOwnDatabases() {
        for (int clone = 1; clone <= CLONES.get(); clone++) {
            asSuperuser(
                    "drop database if exists simba_" + ProcessHandle.current().pid() + "_" + clone + " with (force)");
        }
        asSuperuser("drop database if exists " + TEMPLATE + ld() + " with (force)");
    }

    private static String databaseUrl(String database) {
        String base = superuserUrl.replaceFirst("\\?.*", "");
        return base.substring(0, base.lastIndexOf('/') + 1) + database;
    }

    private static void asOwner(String database, String sql) {
        try (Connection connection = DriverManager.getConnection(databaseUrl(database), OWNER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void asSuperuser(String sql) {
        String user = System.getenv().getOrDefault("SIMBA_TEST_DB_USER", "postgres");
        String password = System.getenv().getOrDefault("SIMBA_TEST_DB_PASSWORD", "");
        try (Connection connection =
                        DriverManager.getConnection(superuserUrl.replaceFirst("\\?.*", ""), user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
