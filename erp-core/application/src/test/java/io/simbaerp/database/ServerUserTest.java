package io.simbaerp.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerUserTest {

    @TempDir
    private Path folder;

    @Test
    void neverRunsTheServerAsRoot() throws Exception {
        Process whoami = new ProcessBuilder(ServerUser.ofThisProgram().command(java.util.List.of("id", "-u"))).start();

        assertThat(new String(whoami.getInputStream().readAllBytes()).strip()).isNotEqualTo("0");
    }

    @Test
    void runsTheServerAsNobodyWhereNamespacesAreForbidden() throws Exception {
        if (!isRoot()) {
            assertThat(ServerUser.ofThisProgram().prefix()).isEmpty();
            return;
        }
        try (var walk = Files.list(folder)) {
            assertThat(walk).isEmpty();
        }
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwx--x--x"));
        DataFolder data = new DataFolder(folder.resolve("data"));
        data.take();
        EmbeddedServer server = EmbeddedServer.start(data, "18.6.0", ServerUser.nobody());
        try (Connection connection = server.access().connectAsApplication()) {
            assertThat(connection.isValid(1)).isTrue();
            assertThat(Files.getOwner(data.resolve("postgres")).getName()).isEqualTo("nobody");
        } finally {
            server.stop();
            data.release();
        }
        assertThatThrownBy(() -> ServerUser.inNamespace().checkOwnerOf(data.resolve("postgres")))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("belong to another user");
    }

    private static boolean isRoot() throws Exception {
        return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
    }
}
