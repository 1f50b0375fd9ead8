package io.simbaerp.prove;

import io.simbaerp.packaged.KilledUploads;
import java.nio.file.Files;
import java.nio.file.Path;

/** Kills the program in the middle of 200 uploads, at five different moments, and looks for what was promised. */
public final class KillProof {

    private static final int UPLOADS = 200;
    private static final int[] KILL_AFTER = {1, 40, 100, 150, 190};

    private KillProof() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("simba-kill");
        boolean holds = true;
        for (int killAfter : KILL_AFTER) {
            KilledUploads.Result result =
                    new KilledUploads(folder.resolve("after-" + killAfter), UPLOADS, killAfter).run();
            boolean kept = result.lost().isEmpty()
                    && result.doubled().isEmpty()
                    && result.unfinished().isEmpty()
                    && result.handedInAgain().isEmpty();
            System.out.printf("killed after %d of %d: %s %s%n", killAfter, UPLOADS, kept ? "holds" : "FAILS", result);
            holds &= kept;
        }
        System.out.println(holds ? "Every upload that got an answer is there once." : "Something was lost or doubled.");
        System.exit(holds ? 0 : 1);
    }
}
