package io.simbaerp.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.operation.SlowStatements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedServerTest {

    private static final String VERSION = "18.6.0";

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private DataFolder data;
    private EmbeddedServer server;

    /** Unpacking takes longer than all the rest, so it is done once. */
    @BeforeAll
    static void unpack() throws IOException {
        ServerBinaries.of(VERSION, new DataFolder(shared));
    }

    @BeforeEach
    void start() throws IOException {
        data = new DataFolder(folder.resolve("data"));
        data.take();
        Files.createSymbolicLink(data.resolve("postgres-" + VERSION), shared.resolve("postgres-" + VERSION));
        server = EmbeddedServer.start(data, VERSION, ServerUser.ofThisProgram());
    }

    @AfterEach
    void stop() throws IOException {
        server.stop();
        assertThat(ServerProcesses.on(data.resolve("postgres"))).isEmpty();
        data.release();
        Files.delete(data.resolve("postgres-" + VERSION));
    }

    @Test
    void keepsWhatItAcknowledged() throws SQLException {
        try (Connection connection = server.access().connectAsApplication()) {
            assertThat(List.of(
                            ask(connection, "show fsync"),
                            ask(connection, "show full_page_writes"),
                            ask(connection, "show synchronous_commit"),
                            ask(connection, "show data_checksums")))
                    .containsOnly("on");
        }
    }

    @Test
    void listensOnTheLoopbackAddressOnly() throws SQLException {
        try (Connection connection = server.connectAsSuperuser("postgres")) {
            assertThat(ask(connection, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(connection, "show unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void keepsTheThreeRolesApart() throws SQLException {
        try (Connection connection = server.access().connectAsApplication()) {
            assertThat(ask(connection, "select current_user")).isEqualTo("simba_app");
            assertThat(ask(connection, """
                    select string_agg(rolname, ',' order by rolname) from pg_roles
                    where rolcanlogin and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
                    """)).isEqualTo("simba_app,simba_owner");
            assertThat(ask(connection, "select pg_has_role('simba_owner', 'member')"))
                    .isEqualTo("f");
            assertThat(ask(
                            connection,
                            "select pg_get_userbyid(datdba) from pg_database where datname = current_database()"))
                    .isEqualTo("simba_owner");
            assertThatThrownBy(() -> ask(connection, "create schema mine")).hasMessageContaining("permission denied");
        }
    }

    /** Past the walls, for a backup is of all companies; but it changes nothing, even if it says it would. */
    @Test
    void theRoleOfBackupsReadsAndNeverWrites() throws SQLException {
        remember("kept");
        EmbeddedServer.BackupAccess access = server.backupAccess();
        try (Connection connection = DriverManager.getConnection(
                access.url(), access.login().user(), access.login().password())) {
            assertThat(ask(connection, "select word from memory")).isEqualTo("kept");
            assertThatThrownBy(() -> ask(connection, "delete from memory returning word"))
                    .hasMessageContaining("read-only transaction");
            connection.createStatement().execute("set default_transaction_read_only = off");
            assertThatThrownBy(() -> ask(connection, "delete from memory returning word"))
                    .hasMessageContaining("permission denied");
            assertThat(ask(connection, "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
        }
    }

    @Test
    void countsWhatTheApplicationsStatementsCost() throws SQLException {
        try (Connection connection = server.access().connectAsApplication()) {
            ask(connection, "select 'a secret of a customer' || ' that is never kept'");
            assertThat(ask(connection, "select query from pg_stat_statements where query like '%||%' limit 1"))
                    .isEqualTo("select $1 || $2");
        }
    }

    /** As the page of an administrator lists them. */
    @Test
    void theSlowestStatementsAreListedFirst() {
        DatabaseAccess access = server.access();
        JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(
                access.url(), access.application().user(), access.application().password()));
        jdbc.sql("select pg_sleep(0.3), 'a secret of a customer'")
                .query((row, number) -> "")
                .list();
        for (int each = 0; each < 3; each++) {
            jdbc.sql("select 7 * 6").query(Integer.class).single();
        }
        SlowStatements statements = (SlowStatements)
                beanOf(jdbc).autowire(SlowStatements.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
        assertThat(statements.available()).isTrue();
        for (List<SlowStatements.Statement> listed : List.of(statements.slowest(), statements.costliest())) {
            assertThat(listed.get(0).beginning()).isEqualTo("select pg_sleep($1), $2");
            assertThat(listed.get(0).mean()).isGreaterThan(Duration.ofMillis(299));
            assertThat(listed).anySatisfy(each -> {
                assertThat(each.beginning()).isEqualTo("select $1 * $2");
                assertThat(each.calls()).isEqualTo(3);
            });
        }
    }

    private static DefaultListableBeanFactory beanOf(JdbcClient jdbc) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("jdbc", jdbc);
        return beans;
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        String url = server.access().url();
        for (String role : List.of("postgres", "simba_owner", "simba_app", "simba_backup")) {
            assertThatThrownBy(() -> DriverManager.getConnection(url, role, "")).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(url, role, role))
                    .hasMessageContaining("password authentication failed");
        }
        assertThat(url).doesNotContain("user=");
    }

    @Test
    void keepsItsPasswordsToItself() throws IOException {
        Path file = data.resolve("postgres.pgpass");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).contains("127.0.0.1:*:*:simba_app:");
        assertThat(data.resolve("postgres.password")).doesNotExist();
    }

    @Test
    void findsItsDataAgainAfterAStop() throws SQLException {
        remember("before");
        server.stop();
        server = EmbeddedServer.start(data, VERSION, ServerUser.ofThisProgram());

        assertThat(remembered()).isEqualTo("before");
    }

    @Test
    void takesOverFromAProgramThatWasKilled() throws Exception {
        remember("committed");
        List<Long> leftBehind = ServerProcesses.on(data.resolve("postgres"));

        server = EmbeddedServer.start(data, VERSION, ServerUser.ofThisProgram());

        assertThat(remembered()).isEqualTo("committed");
        assertThat(leftBehind).isNotEmpty();
        assertThat(ServerProcesses.on(data.resolve("postgres"))).isNotEmpty().doesNotContainAnyElementsOf(leftBehind);
    }

    @Test
    void recoversWhenTheServerItselfWasKilled() throws Exception {
        remember("committed");
        for (long pid : ServerProcesses.on(data.resolve("postgres"))) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }

        server = EmbeddedServer.start(data, VERSION, ServerUser.ofThisProgram());

        assertThat(remembered()).isEqualTo("committed");
    }

    @Test
    void neverMistakesAStrangerForItsServer() throws Exception {
        remember("committed");
        server.stop();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        Files.writeString(
                data.resolve("postgres").resolve("postmaster.pid"),
                stranger.pid() + "\n" + data.resolve("postgres") + "\n1700000000\n5432\n\n127.0.0.1\n0 0\nready\n");

        server = EmbeddedServer.start(data, VERSION, ServerUser.ofThisProgram());

        assertThat(remembered()).isEqualTo("committed");
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    @Test
    void refusesASecondProgramOnTheSameFolder() {
        assertThatThrownBy(() -> new DataFolder(data.path()).take())
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("in use by another Simba ERP");
    }

    @Test
    void refusesDataOfAnotherVersionOfPostgres() throws IOException {
        server.stop();
        Files.writeString(data.resolve("postgres").resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedServer.start(data, VERSION, ServerUser.ofThisProgram()))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("written by PostgreSQL 17");
    }

    private void remember(String word) throws SQLException {
        try (Connection connection = server.access().connectAsOwner()) {
            connection.createStatement().execute("create table memory as select '" + word + "' as word");
        }
    }

    private String remembered() throws SQLException {
        try (Connection connection = server.access().connectAsOwner()) {
            return ask(connection, "select word from memory");
        }
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (ResultSet result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
