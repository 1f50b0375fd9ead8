package io.simbaerp.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.fuzz.Fuzzer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program with 512 MB of heap, given files and requests nobody sends by accident. */
class HostileInputTest {

    private static final long SEED = 20261122;

    @TempDir
    private Path folder;

    @Test
    void hostileFilesNeitherHangItNorFillItNorGetLostAndRandomRequestsNeverFailOnOurSide() throws Exception {
        try (PackagedApplication application = PackagedApplication.start(folder.resolve("data"))) {
            HostileUploads.Result uploads =
                    new HostileUploads(application.rest().signIn("accountant")).run();
            System.out.println("Hostile files: " + uploads.files() + " at two doors; " + uploads.states() + "; slowest "
                    + uploads.slowest().toMillis() + " ms");
            assertThat(uploads.wrong()).isEmpty();

            Fuzzer.Result requests = new Fuzzer(application.address(), SEED).run(Duration.ofSeconds(30));
            System.out.println("Fuzz: " + requests.requests() + " requests to " + requests.operations()
                    + " operations; by status " + requests.byStatus() + "; slowest "
                    + requests.slowest().toMillis() + " ms");
            assertThat(requests.failures()).isEmpty();
            assertThat(application.output()).doesNotContain("OutOfMemoryError");
        }
    }
}
