package io.simbaerp.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What pieces of work cost in processor time of the program and of its PostgreSQL. */
record LedgerCosts(Path data) {

    private static final int MOST_ROUNDS = 16;

    /** Some work; answers how many pieces of it were done in a second. */
    interface Measured {
        double perSecond() throws Exception;
    }

    /** Milliseconds of processor time of one piece, and what part of it is the program's and the database's. */
    record Cost(double perSecond, double milliseconds, double program, double database) {}

    /** What the program holds of the machine's memory, as Linux words it. */
    static String resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .findFirst()
                .orElse("VmRSS: unknown")
                .replaceAll("\\s+", " ");
    }

    Cost of(int pieces, Measured work) throws Exception {
        ProcessorTime before = ProcessorTime.now(data);
        return since(before, work.perSecond(), pieces);
    }

    Cost since(ProcessorTime before, double perSecond, int pieces) throws IOException {
        ProcessorTime after = ProcessorTime.now(data);
        double program = after.program().minus(before.program()).toNanos() / 1e6 / pieces;
        double database = after.database().minus(before.database()).toNanos() / 1e6 / pieces;
        return new Cost(perSecond, program + database, program, database);
    }

    /**
     * Works until the program stops getting cheaper. While it is young, most of its time goes into being compiled, which
     * is paid once a start and not once an entry.
     */
    void warm(int pieces, Measured work) throws Exception {
        double least = Double.MAX_VALUE;
        for (int round = 0, since = 0; round < MOST_ROUNDS && since < 2; round++) {
            double program = of(pieces, work).program();
            since = program < least * 0.9 ? 0 : since + 1;
            least = Math.min(least, program);
        }
    }
}
