package io.simbaerp.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reduced form of {@code ./simba prove kill}. */
class KillNineTest {

    @TempDir
    private Path folder;

    @Test
    void everyUploadThatGotAnAnswerIsThereOnceAfterAKill() throws Exception {
        KilledUploads.Result result = new KilledUploads(folder.resolve("data"), 20, 8).run();

        System.out.println("kill -9 in the middle of 20 uploads: " + result);
        assertThat(result.answered()).isGreaterThanOrEqualTo(8).isLessThan(20);
        assertThat(result.lost()).isEmpty();
        assertThat(result.doubled()).isEmpty();
        assertThat(result.unfinished()).isEmpty();
        assertThat(result.handedInAgain()).isEmpty();
    }
}
