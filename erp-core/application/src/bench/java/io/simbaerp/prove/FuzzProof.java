package io.simbaerp.prove;

import io.simbaerp.fuzz.Fuzzer;
import io.simbaerp.packaged.PackagedApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Ten minutes of random requests to the packaged program: {@code ./simba prove fuzz [MINUTES [SEED]]}. */
public final class FuzzProof {

    private static final int USUAL_MINUTES = 10;

    private FuzzProof() {}

    public static void main(String[] arguments) throws Exception {
        int minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL_MINUTES;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        Path folder = Files.createTempDirectory("simba-fuzz");
        boolean proved;
        try (PackagedApplication application = PackagedApplication.start(folder.resolve("data"))) {
            Fuzzer.Result result = new Fuzzer(application.address(), seed).run(Duration.ofMinutes(minutes));
            System.out.printf(
                    "seed %d: %d requests to %d operations in %d minutes; by status %s; slowest %d ms%n",
                    seed,
                    result.requests(),
                    result.operations(),
                    minutes,
                    result.byStatus(),
                    result.slowest().toMillis());
            result.failures().forEach(failure -> System.out.println("  " + failure));
            System.out.println(result.failures().isEmpty() ? "Never a 500." : result.failures().size() + " failures");
            proved = result.failures().isEmpty();
        }
        // Not before the program is stopped: an exit passes over what closes it.
        System.exit(proved ? 0 : 1);
    }
}
