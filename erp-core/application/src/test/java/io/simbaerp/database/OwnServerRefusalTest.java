package io.simbaerp.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server of the operator's own is read and filled by the operator's own tools: we hold no role that may. */
class OwnServerRefusalTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"backup", "restore", "verify"})
    void theCommandRefusesAndSaysWhatToDoInstead(String command) throws Exception {
        Path file = folder.resolve("simba.backup");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DataCommand.class.getName(),
                        command,
                        file.toString(),
                        "--simba.data=" + folder.resolve("data"))
                .redirectErrorStream(true);
        builder.environment().put("SIMBA_DB_URL", "jdbc:postgresql://db.example/simba");
        builder.environment().put("SIMBA_DB_PASSWORD", "never-said");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(1);
        assertThat(said)
                .contains("SIMBA_DB_URL names a PostgreSQL of your own", "pg_dump", "docs/operating/backup.md")
                .doesNotContain("never-said");
        assertThat(Files.exists(file)).isFalse();
        assertThat(Files.exists(folder.resolve("data"))).isFalse();
    }
}
