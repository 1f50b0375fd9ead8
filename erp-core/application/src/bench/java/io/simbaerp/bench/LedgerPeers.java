package io.simbaerp.bench;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Other programs on the same machine and the same data, as far as they are installed: {@code ledger} and {@code hledger}
 * read a file with every entry of ours and print their balances.
 */
final class LedgerPeers {

    private static final int LONGEST_SECONDS = 900;

    /** How long a program ran, what processor time it used, and the most memory it held. */
    record Run(double seconds, double processorSeconds, long megabytes, boolean finished) {}

    private LedgerPeers() {}

    /** Where a program is installed. */
    static Optional<Path> installed(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The balance of every account on a day, as the program works it out. */
    static Run balance(String program, Path journal, Path out) throws IOException, InterruptedException {
        return run(List.of(program, "-f", journal.toString(), "bal", "--flat", "-e", "2026-09-18"), out);
    }

    /** Runs a program, asking the system ten times a second what it uses. */
    static Run run(List<String> command, Path out) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        double used = 0;
        long most = 0;
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            used = Math.max(used, processorSeconds(process));
            most = Math.max(most, megabytes(process));
            if ((System.nanoTime() - start) / 1e9 > LONGEST_SECONDS) {
                process.destroyForcibly().waitFor();
                return new Run(LONGEST_SECONDS, used, most, false);
            }
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command.get(0) + " failed: " + Files.readString(out));
        }
        return new Run((System.nanoTime() - start) / 1e9, used, most, true);
    }

    private static double processorSeconds(Process process) {
        return process.info().totalCpuDuration().map(used -> used.toMillis() / 1e3).orElse(0.0);
    }

    private static long megabytes(Process process) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1000)
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }

    /** All entries in the form both programs read. */
    static Path journal(Connection database, String company, Path folder) throws IOException, SQLException {
        Path journal = folder.resolve("simba.journal");
        database.setAutoCommit(false);
        try (Statement statement = database.createStatement();
                BufferedWriter file = Files.newBufferedWriter(journal)) {
            statement.setFetchSize(10_000);
            try (ResultSet row = statement.executeQuery(
                    "select l.line_number, l.posting_date, a.code, l.debit - l.credit from ledger.journal_line l"
                            + " join ledger.account a on a.company_id = l.company_id and a.id = l.account_id"
                            + " where l.company_id = '" + company + "' order by l.posting_date, l.entry_id, l.line_number")) {
                while (row.next()) {
                    if (row.getInt(1) == 1) {
                        file.write("\n" + row.getString(2) + " Bench\n");
                    }
                    file.write("    A" + row.getString(3) + "  PLN "
                            + row.getBigDecimal(4).stripTrailingZeros().toPlainString() + "\n");
                }
            }
        } finally {
            database.rollback();
            database.setAutoCommit(true);
        }
        return journal;
    }
}
