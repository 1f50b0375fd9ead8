package io.simbaerp.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Processor time used so far by this program and by its PostgreSQL: what a piece of work costs, also where other
 * programs keep the machine busy.
 */
record ProcessorTime(Duration program, Duration database) {

    /** @param data the data folder whose embedded server is meant */
    static ProcessorTime now(Path data) throws IOException {
        long server = Long.parseLong(Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                .get(0)
                .strip());
        ProcessHandle postmaster = ProcessHandle.of(server).orElseThrow();
        Duration database = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .map(process -> process.info().totalCpuDuration())
                .flatMap(Optional::stream)
                .reduce(Duration.ZERO, Duration::plus);
        return new ProcessorTime(
                ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO),
                database.plus(ofEnded(server)));
    }

    /** Waits, so many seconds at most, until the program rests: what it does after its start is no part of what is measured. */
    static void settle(Path data, int most) throws IOException, InterruptedException {
        for (int seconds = 0; seconds < most; seconds++) {
            ProcessorTime before = now(data);
            Thread.sleep(1000);
            if (now(data).program().minus(before.program()).toMillis() < 50) {
                return;
            }
        }
    }

    /** What connections used that have ended since; Linux keeps it with their parent, in hundredths of a second. */
    private static Duration ofEnded(long server) throws IOException {
        Path stat = Path.of("/proc", String.valueOf(server), "stat");
        if (!Files.exists(stat)) {
            return Duration.ZERO;
        }
        String said = Files.readString(stat);
        String[] fields = said.substring(said.lastIndexOf(')') + 2).split(" ");
        return Duration.ofMillis(10 * (Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
    }

    /** Milliseconds of both since an earlier moment, for each of so many pieces. */
    double millisecondsSince(ProcessorTime before, int pieces) {
        Duration used = program.minus(before.program).plus(database).minus(before.database);
        return used.toNanos() / 1e6 / pieces;
    }
}
