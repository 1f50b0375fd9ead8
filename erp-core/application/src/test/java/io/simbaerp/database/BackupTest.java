package io.simbaerp.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.packaged.PackagedApplication;
import io.simbaerp.packaged.PackagedJar;
import io.simbaerp.packaged.Rest;
import io.simbaerp.packaged.SampleInvoice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code ./simba backup} while people work, and {@code ./simba restore}, with the packaged program. */
class BackupTest {

    @TempDir
    private static Path folder;

    private static Path backup;
    private static List<String> beforeIt;

    /** What a command printed and how it ended. */
    private record Run(int status, String output) {}

    @BeforeAll
    static void backUpWhileDocumentsComeIn() throws Exception {
        Path data = folder.resolve("data");
        backup = folder.resolve("simba.backup");
        try (PackagedApplication application = PackagedApplication.start(data)) {
            Rest accountant = application.rest().signIn("accountant");
            beforeIt = upload(accountant, "B", 5);
            CompletableFuture<List<String>> meanwhile =
                    CompletableFuture.supplyAsync(() -> upload(accountant, "M", 15));
            Run run = run("backup", backup, data);
            assertThat(run.status()).as(run.output()).isZero();
            assertThat(meanwhile.get()).hasSize(15);
        }
        assertThat(Files.getPosixFilePermissions(backup)).hasSize(2);
    }

    @Test
    void aRestoredFolderIsTheSameAndWorks() throws Exception {
        Path data = folder.resolve("restored");

        Run restored = run("restore", backup, data);
        assertThat(restored.status()).as(restored.output()).isZero();

        // Nobody has worked on it: a backup of it is the same, table by table, sequence by sequence, file by file.
        Path again = folder.resolve("again.backup");
        Run backedUp = run("backup", again, data);
        assertThat(backedUp.status()).as(backedUp.output()).isZero();
        BackupManifest first = manifest(backup);
        BackupManifest second = manifest(again);
        assertThat(second.tables()).isEqualTo(first.tables()).hasSizeGreaterThan(100);
        assertThat(second.sequences()).isEqualTo(first.sequences()).isNotEmpty();
        assertThat(second.originals()).isEqualTo(first.originals());
        assertThat(second.files()).isEqualTo(first.files());
        assertThat(first.originals().count()).isGreaterThanOrEqualTo(5);
        System.out.println("backup and restore: " + first.tables().size() + " tables, "
                + first.tables().stream()
                        .mapToLong(BackupManifest.TableContent::rows)
                        .sum() + " rows, "
                + first.originals().count() + " originals the same");

        try (PackagedApplication application = PackagedApplication.start(data)) {
            Rest accountant = application.rest().signIn("accountant");
            for (int each = 0; each < beforeIt.size(); each++) {
                Rest.Answer original = accountant.get("/api/v1/documents/" + beforeIt.get(each) + "/original");
                assertThat(original.status()).isEqualTo(200);
                assertThat(new String(original.body(), StandardCharsets.UTF_8))
                        .isEqualTo(SampleInvoice.ubl("B" + each));
            }
            assertThat(upload(accountant, "AFTER", 1)).hasSize(1);
            Rest.Answer sealed = application.rest().signIn("auditor").post("/api/v1/audit-trail/integrity");
            assertThat(sealed.json().get("findings")).isEmpty();
        }
        aDamagedOriginalIsNamed(data);
    }

    private static void aDamagedOriginalIsNamed(Path data) throws Exception {
        Run whole = run("verify", data);
        assertThat(whole.status()).as(whole.output()).isZero();
        assertThat(whole.output())
                .contains(
                        "1 blocks",
                        "newest block: ",
                        "daily timestamps, 0 of them wrong",
                        "Nothing was changed, removed or slipped in.");

        Path original;
        try (Stream<Path> files = Files.walk(data.resolve("originals"))) {
            original = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        byte[] content = Files.readAllBytes(original);
        content[content.length / 2] ^= 1;
        Files.write(original, content);
        Run damaged = run("verify", data);
        assertThat(damaged.status()).isEqualTo(1);
        assertThat(damaged.output()).contains(original.getFileName() + " is not what was received", "NOT WHOLE.");
    }

    @Test
    void aDamagedBackupIsRefusedWhole() throws Exception {
        byte[] whole = Files.readAllBytes(backup);
        List<byte[]> damaged = new ArrayList<>();
        for (int position : new int[] {0, whole.length / 3, whole.length / 2, whole.length - 200, whole.length - 1}) {
            byte[] flipped = whole.clone();
            flipped[position] ^= 1;
            damaged.add(flipped);
        }
        damaged.add(java.util.Arrays.copyOf(whole, whole.length - 1000));
        damaged.add(new byte[0]);
        for (byte[] each : damaged) {
            Path file = Files.write(folder.resolve("damaged.backup"), each);
            Path data = folder.resolve("from-damaged");

            Run run = run("restore", file, data);

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.output()).contains("is damaged");
            assertThat(data).doesNotExist();
            assertThat(data.resolveSibling("from-damaged.restoring")).doesNotExist();
        }
    }

    @Test
    void aRestoreNeverWritesOverData() throws Exception {
        Run run = run("restore", backup, folder.resolve("data"));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output()).contains("is not empty");
    }

    @Test
    void aBackupNeverWritesOverAnother() throws Exception {
        Run run = run("backup", backup, folder.resolve("data"));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output()).contains("exists already");
    }

    private static BackupManifest manifest(Path file) throws IOException {
        try (BackupArchive archive = BackupArchive.open(file)) {
            return archive.manifest();
        }
    }

    private static List<String> upload(Rest accountant, String prefix, int count) {
        List<String> ids = new ArrayList<>();
        try {
            for (int each = 0; each < count; each++) {
                JsonNode answer = accountant
                        .upload(
                                prefix + each + ".xml",
                                SampleInvoice.ubl(prefix + each).getBytes(StandardCharsets.UTF_8))
                        .json();
                ids.add(answer.get("id").asString());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return ids;
    }

    private static Run run(String command, Path file, Path data) throws Exception {
        return run(data, command, file.toString());
    }

    private static Run run(String command, Path data) throws Exception {
        return run(data, command);
    }

    private static Run run(Path data, String... command) throws Exception {
        Path log = Files.createTempFile(folder, command[0], ".log");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                PackagedJar.extracted().toString(),
                "io.simbaerp.database.DataCommand"));
        line.addAll(List.of(command));
        line.add("--simba.data=" + data);
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int status = process.waitFor();
        return new Run(status, Files.readString(log));
    }
}
