package io.simbaerp.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** A server of the operator's own, played by the embedded one, with roles as operators might make them. */
class ExternalDatabaseTest {

    private static final String SECRET = "only-in-tests";

    @TempDir
    private static Path folder;

    private static DataFolder data;
    private static EmbeddedServer server;
    private static String url;

    @BeforeAll
    static void start() throws SQLException {
        data = new DataFolder(folder.resolve("data"));
        data.take();
        server = EmbeddedServer.start(data, "18.6.0", ServerUser.ofThisProgram());
        url = server.access().url();
        try (Connection connection = server.connectAsSuperuser("simba")) {
            for (String statement : new String[] {
                "create role proper_owner login password '" + SECRET + "'",
                "create role proper_app login password '" + SECRET + "' in role simba_app",
                "create role stranger login password '" + SECRET + "'",
                "create role past_the_walls login bypassrls password '" + SECRET + "' in role simba_app",
                "create role almighty login superuser password '" + SECRET + "'",
                "create role owner_too login password '" + SECRET + "' in role simba_app, proper_owner",
                "create role has_a_table login password '" + SECRET + "' in role simba_app",
                "grant connect on database simba to proper_owner, stranger",
                "grant create on database simba to proper_owner",
                "create schema his authorization has_a_table",
                "create table his.own (id int)",
                "alter table his.own owner to has_a_table"
            }) {
                connection.createStatement().execute(statement);
            }
        }
    }

    @AfterAll
    static void stop() {
        server.stop();
        data.release();
    }

    @Test
    void takesADatabaseWhoseRolesKeepTheWalls() {
        DatabaseAccess access = ExternalDatabase.open(url, roles("proper_owner", "proper_app"));

        assertThat(access.application().user()).isEqualTo("proper_app");
        assertThat(access.owner().user()).isEqualTo("proper_owner");
    }

    @Test
    void refusesRolesThatLeaveTheWallsOpen() {
        refuses("proper_owner", "almighty", "superuser or bypasses");
        refuses("proper_owner", "past_the_walls", "superuser or bypasses");
        refuses("almighty", "proper_app", "superuser or bypasses");
        refuses("proper_owner", "owner_too", "may act as proper_owner");
        refuses("proper_owner", "has_a_table", "owns the database or tables");
        refuses("proper_owner", "proper_owner", "the same role");
    }

    @Test
    void refusesRolesThatCouldNotWork() {
        refuses("proper_owner", "stranger", "neither simba_app nor a member");
        refuses("stranger", "proper_app", "may not create schemas");
    }

    @Test
    void refusesAnAddressThatNamesAUser() {
        for (String wrong : new String[] {
            url + "?user=postgres",
            url + "?ssl=false&password=" + SECRET,
            url + "?sslPassword=" + SECRET,
            "jdbc:postgresql://me:" + SECRET + "@localhost/simba",
            "postgresql://x/y"
        }) {
            assertThatThrownBy(() -> ExternalDatabase.open(wrong, roles("proper_owner", "proper_app")))
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageContaining("SIMBA_DB_URL")
                    .hasMessageNotContaining(SECRET);
        }
    }

    @Test
    void saysWhichVariableIsMissing() {
        assertThatThrownBy(() -> ExternalDatabase.open(url, new MockEnvironment()))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("SIMBA_DB_OWNER_PASSWORD");
    }

    @Test
    void saysThatThePasswordIsWrong() {
        MockEnvironment wrong = roles("proper_owner", "proper_app");
        wrong.setProperty("simba.db.password", "mistyped-secret");

        assertThatThrownBy(() -> ExternalDatabase.open(url, wrong))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("password authentication failed")
                .satisfies(ExternalDatabaseTest::namesNoSecret);
    }

    private static void namesNoSecret(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain("mistyped-secret", SECRET);
        }
    }

    private static void refuses(String owner, String application, String reason) {
        assertThatThrownBy(() -> ExternalDatabase.open(url, roles(owner, application)))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining(reason);
    }

    private static MockEnvironment roles(String owner, String application) {
        return new MockEnvironment()
                .withProperty("simba.db.owner-user", owner)
                .withProperty("simba.db.owner-password", SECRET)
                .withProperty("simba.db.user", application)
                .withProperty("simba.db.password", SECRET);
    }
}
