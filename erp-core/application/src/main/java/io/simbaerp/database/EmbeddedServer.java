package io.simbaerp.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL that comes with the program and keeps its cluster in the data folder. */
final class EmbeddedServer {

    static final String DATABASE = "simba";

    /** Where PostgreSQL writes its port into {@code postmaster.pid}. */
    private static final int PORT_LINE = 3;

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    private static final String SETTINGS = """
            # Written anew at every start by Simba ERP.
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            fsync = on
            full_page_writes = on
            synchronous_commit = on
            max_connections = 100
            autovacuum_naptime = 15s
            shared_buffers = '128MB'
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            logging_collector = on
            log_directory = 'log'
            log_filename = 'postgresql-%a.log'
            log_rotation_age = '1d'
            log_truncate_on_rotation = on
            shared_preload_libraries = 'pg_stat_statements'
            pg_stat_statements.max = 1000
            pg_stat_statements.track_utility = off
            """;

    private static final String WHO_MAY_CONNECT = """
            # Written anew at every start by Simba ERP: everybody needs a password, from this machine only.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final DataFolder data;
    private final Path cluster;
    private final ServerUser user;
    private final ServerControl control;
    private final ServerPasswords passwords;
    private final int port;

    private EmbeddedServer(DataFolder data, String version, ServerUser user) throws IOException {
        this.data = data;
        this.user = user;
        this.cluster = data.resolve("postgres");
        this.passwords = ServerPasswords.in(data.resolve("postgres.pgpass"));
        user.passThrough(data.path());
        ServerBinaries binaries = ServerBinaries.of(version, data);
        this.control = new ServerControl(binaries, user, data.resolve("postgres.log"));
        this.port = freePort();
        checkVersion(version);
    }

    /**
     * Starts the server on a folder this program has taken; makes cluster, roles and database if there are none, and
     * takes over cleanly from a program that was killed.
     *
     * @throws DatabaseUnusable if the server can't be started
     */
    static EmbeddedServer start(DataFolder data, String version, ServerUser user) {
        try {
            EmbeddedServer server = new EmbeddedServer(data, version, user);
            server.makeClusterIfMissing();
            server.stopWhatWasLeftBehind();
            server.writeSettings();
            server.control.start(server.cluster, server.port);
            server.prepareOrStop();
            return server;
        } catch (IOException | SQLException e) {
            throw new DatabaseUnusable(
                    "The embedded PostgreSQL in " + data.path() + " did not start: " + e.getMessage(),
                    "Read " + data.resolve("postgres.log") + " and docs/operating/incidents.md.",
                    e);
        }
    }

    DatabaseAccess access() {
        return new DatabaseAccess(
                url(DATABASE), passwords.login(ServerPasswords.OWNER), passwords.login(ServerPasswords.APPLICATION));
    }

    /** How the snapshot of a backup is read. */
    record BackupAccess(String url, DatabaseAccess.Login login) {}

    BackupAccess backupAccess() {
        return new BackupAccess(url(DATABASE), passwords.login(ServerPasswords.BACKUP));
    }

    /**
     * The way to the server another program runs on this folder.
     *
     * @throws DatabaseUnusable if that program hasn't started it yet
     */
    static BackupAccess runningOn(DataFolder data) throws IOException {
        Path file = data.resolve("postgres").resolve("postmaster.pid");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        if (lines.size() <= PORT_LINE) {
            throw new DatabaseUnusable(
                    "The program on " + data.path() + " is just starting.", "Try again in a moment.");
        }
        int port = Integer.parseInt(lines.get(PORT_LINE).strip());
        return new BackupAccess(
                url(port, DATABASE),
                ServerPasswords.in(data.resolve("postgres.pgpass")).login(ServerPasswords.BACKUP));
    }

    Connection connectAsSuperuser(String database) throws SQLException {
        return DriverManager.getConnection(
                url(database), ServerPasswords.SUPERUSER, passwords.of(ServerPasswords.SUPERUSER));
    }

    /** Stops the server cleanly. Nothing happens if it isn't running any more. */
    void stop() {
        try {
            if (!ServerProcesses.on(cluster).isEmpty()) {
                control.stop(cluster);
                waitUntilGone();
            }
        } catch (IOException e) {
            LOG.error("The embedded PostgreSQL did not stop cleanly; it recovers at the next start", e);
        }
    }

    private String url(String database) {
        return url(port, database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void checkVersion(String version) throws IOException {
        Path file = cluster.resolve("PG_VERSION");
        if (!Files.exists(file)) {
            return;
        }
        String found = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (!version.startsWith(found + ".")) {
            throw new DatabaseUnusable(
                    "The data in " + data.path() + " were written by PostgreSQL " + found + "; this build carries "
                            + version + ".",
                    "Read docs/operating/upgrade.md about upgrading the database.");
        }
    }

    /** Made beside its final place and moved there at the end: a cluster is whole or it isn't there. */
    private void makeClusterIfMissing() throws IOException {
        if (Files.exists(cluster)) {
            user.checkOwnerOf(cluster);
            user.own(cluster);
            return;
        }
        Path unfinished = data.resolve("postgres.new");
        ServerBinaries.deleteTree(unfinished);
        Files.createDirectory(unfinished);
        user.own(unfinished);
        control.make(unfinished, passwords.of(ServerPasswords.SUPERUSER));
        Files.writeString(unfinished.resolve("postgresql.conf"), "include 'simba.conf'\n", StandardOpenOption.APPEND);
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void writeSettings() throws IOException {
        Files.writeString(cluster.resolve("simba.conf"), SETTINGS);
        Files.writeString(cluster.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
        user.own(cluster.resolve("simba.conf"));
        Path log = data.resolve("postgres.log");
        Files.deleteIfExists(log);
        SecretFile.write(log, "");
        user.own(log);
    }

    private void stopWhatWasLeftBehind() throws IOException {
        List<Long> leftBehind = ServerProcesses.on(cluster);
        Path pidFile = cluster.resolve("postmaster.pid");
        if (leftBehind.isEmpty()) {
            // The pid in the file, if there is one, is nobody's or a stranger's. PostgreSQL would refuse because of a
            // stranger; nobody works on the cluster and the folder is ours, so the file is out of date.
            Files.deleteIfExists(pidFile);
            return;
        }
        LOG.warn("The last program on {} was killed; its PostgreSQL is stopped cleanly and started again", data.path());
        if (Files.exists(pidFile)) {
            try {
                control.stop(cluster);
            } catch (IOException e) {
                // Its first process died meanwhile, which pg_ctl takes for a failure; the others follow.
                LOG.warn("The old PostgreSQL on {} did not stop when asked", data.path(), e);
            }
        }
        waitUntilGone();
        Files.deleteIfExists(pidFile);
    }

    /** Server processes that outlive their parent end by themselves as soon as they notice. */
    private void waitUntilGone() throws IOException {
        for (int attempt = 0; attempt < 600; attempt++) {
            if (ServerProcesses.on(cluster).isEmpty()) {
                return;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while waiting for an old server to end", e);
            }
        }
        throw new IOException("Processes " + ServerProcesses.on(cluster) + " still work on " + cluster);
    }

    private void prepareOrStop() throws SQLException {
        try {
            prepareRolesAndDatabase();
        } catch (SQLException | RuntimeException e) {
            stop();
            throw e;
        }
    }

    private void prepareRolesAndDatabase() throws SQLException {
        try (Connection connection = connectAsSuperuser("postgres");
                Statement statement = connection.createStatement()) {
            prepareRole(statement, ServerPasswords.OWNER);
            prepareRole(statement, ServerPasswords.APPLICATION);
            prepareRole(statement, ServerPasswords.BACKUP);
            mayReadEverything(statement, ServerPasswords.BACKUP);
            if (!exists(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + ServerPasswords.OWNER);
                statement.execute("revoke all on database " + DATABASE + " from public");
                statement.execute("revoke all on database postgres from public");
            }
            statement.execute(
                    "grant connect, temporary on database " + DATABASE + " to " + ServerPasswords.APPLICATION);
            statement.execute("grant connect on database " + DATABASE + " to " + ServerPasswords.BACKUP);
        }
        try (Connection connection = connectAsSuperuser(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements schema public");
        }
    }

    private void prepareRole(Statement statement, String role) throws SQLException {
        if (!exists(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
            statement.execute("create role " + role);
        }
        statement.execute("alter role " + role
                + " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '"
                + passwords.of(role) + "'");
    }

    /** Past the walls, for a backup is of all companies; and never a change. */
    private static void mayReadEverything(Statement statement, String role) throws SQLException {
        statement.execute("alter role " + role + " bypassrls");
        statement.execute("alter role " + role + " set default_transaction_read_only = on");
        statement.execute("grant pg_read_all_data to " + role);
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
