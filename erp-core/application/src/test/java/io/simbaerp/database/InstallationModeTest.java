package io.simbaerp.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationModeTest {

    @TempDir
    private Path folder;

    private DataFolder data;
    private EmbeddedServer server;

    @BeforeEach
    void start() {
        data = new DataFolder(folder.resolve("data"));
        data.take();
        server = EmbeddedServer.start(data, "18.6.0", ServerUser.ofThisProgram());
    }

    @AfterEach
    void stop() {
        server.stop();
        data.release();
    }

    @Test
    void dataMadeAsADemoStayADemoForEver() {
        assertThat(InstallationMode.of(server.access(), false)).isEqualTo(InstallationMode.DEMO);
        migrate(InstallationMode.DEMO);

        assertThat(InstallationMode.of(server.access(), false)).isEqualTo(InstallationMode.DEMO);
        assertThatThrownBy(() -> InstallationMode.of(server.access(), true))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("stay a demo");
        assertThatThrownBy(() -> asOwner("update simba.installation set mode = 'ordinary'"))
                .hasMessageContaining("stay a demo");
        assertThatThrownBy(() -> asOwner("delete from simba.installation")).hasMessageContaining("stay a demo");
    }

    @Test
    void dataMadeForRealNeverBecomeADemo() {
        assertThat(InstallationMode.of(server.access(), true)).isEqualTo(InstallationMode.ORDINARY);
        migrate(InstallationMode.ORDINARY);

        assertThat(InstallationMode.of(server.access(), false)).isEqualTo(InstallationMode.ORDINARY);
        assertThat(InstallationMode.of(server.access(), true)).isEqualTo(InstallationMode.ORDINARY);
        assertThatThrownBy(() -> asOwner("insert into simba.installation (mode) values ('demo')"))
                .hasMessageContaining("installation");
    }

    /** As the program does: only the first two migrations matter here. */
    private void migrate(InstallationMode mode) {
        DatabaseAccess access = server.access();
        Flyway.configure()
                .dataSource(access.url(), access.owner().user(), access.owner().password())
                .locations("classpath:db/migration")
                .defaultSchema("simba")
                .placeholders(Map.of("mode", mode.word()))
                .target("202611220002")
                .load()
                .migrate();
    }

    private void asOwner(String statement) throws SQLException {
        try (Connection connection = server.access().connectAsOwner()) {
            connection.createStatement().execute(statement);
        }
    }
}
