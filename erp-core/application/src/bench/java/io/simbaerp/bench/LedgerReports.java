package io.simbaerp.bench;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.ledger.AccountStatement;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.OpenItems;
import io.simbaerp.ledger.TrialBalance;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;

/** The reports of the ledger over many lines, and how they grow; beside them plain GROUP BY over the same lines. */
record LedgerReports(
        ApplicationContext context,
        LedgerReference reference,
        List<String> accounts,
        Acting acting,
        BenchReport report,
        boolean quick,
        Posting posting) {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate YEAR = LocalDate.of(2026, 1, 1);

    /** Measures what posting costs into books of so many lines. */
    interface Posting {
        void measure(int lines) throws Exception;
    }

    /** Milliseconds: the slowest of twenty and the middle one of the trial balance, a page, and the plain GROUP BY. */
    private record Times(double balance, double middle, double page, double grouped) {}

    void run(boolean large) throws Exception {
        int base = quick ? 100_000 : 1_000_000;
        Times small = at(base);
        peers(base, small);
        Times big = at(base * 5);
        if (large) {
            at(base * 20);
        }
        String size = quick ? " (quick: 500 thousand lines)" : " (5 million lines)";
        report.goalAtMost("trial balance for any date, p95 ms" + size, big.balance(), 25);
        report.goalAtMost("trial balance, time at five times the lines", big.middle() / small.middle(), 1.2);
        report.goalAtLeast("trial balance against GROUP BY, times faster" + size, big.grouped() / big.middle(), 20);
        report.goalAtMost("account statement page, p95 ms" + size, big.page(), 10);
    }

    /** The balances of all accounts by programs that read a file of the same entries. */
    private void peers(int lines, Times ours) throws Exception {
        for (String program : new String[] {"ledger", "hledger"}) {
            String goal = "trial balance against " + program + ", times faster";
            if (LedgerPeers.installed(program).isEmpty()) {
                report.notMeasured(goal + " (" + program + " is not installed)", 1);
                continue;
            }
            Path journal = reference.journal();
            LedgerPeers.Run run = LedgerPeers.balance(program, journal, journal.resolveSibling(program + ".txt"));
            report.row(
                    "trial balance by " + program + ", ms" + (run.finished() ? "" : " (stopped)"),
                    String.valueOf(lines),
                    LedgerBench.number(ours.middle()),
                    LedgerBench.number(run.seconds() * 1000),
                    LedgerBench.number(run.seconds() * 1000 / ours.middle()),
                    "",
                    run.megabytes() + " MB",
                    LedgerBench.number(run.processorSeconds() * 1000));
            report.goalAtLeast(goal, run.seconds() * 1000 / ours.middle(), 1);
        }
    }

    private Times at(int lines) throws Exception {
        reference.fillTo(lines);
        TrialBalance trial = context.getBean(TrialBalance.class);
        AccountStatement statement = context.getBean(AccountStatement.class);
        OpenItems items = context.getBean(OpenItems.class);
        Random random = new Random(7);
        double[] balance = times(quick ? 60 : 200, () -> trial.of(YEAR, YEAR.plusDays(random.nextInt(330))));
        double[] page = times(
                quick ? 60 : 200,
                () -> statement.of(
                        accounts.get(random.nextInt(accounts.size())),
                        YEAR.plusDays(random.nextInt(300)),
                        LocalDate.of(2026, 12, 31),
                        null,
                        50));
        JournalEntries entries = context.getBean(JournalEntries.class);
        double[] list = times(quick ? 60 : 200, () -> {
            LocalDate day = YEAR.plusDays(random.nextInt(330));
            String after = day + "_00000000-0000-7000-8000-000000000000";
            return entries.list(JournalEntries.Filter.NONE, after, 50);
        });
        double[] ageing = times(quick ? 20 : 60, () -> items.ageing(DAY));
        double grouped = reference.grouped(quick ? 3 : 5);
        row("trial balance, p50 / p95, ms", lines, balance, grouped);
        row("account statement page, p50 / p95, ms", lines, page, Double.NaN);
        row("list of entries from any day, p50 / p95, ms", lines, list, Double.NaN);
        row("ageing, p50 / p95, ms", lines, ageing, reference.ageing());
        posting.measure(lines);
        return new Times(part(balance, 0.95), part(balance, 0.5), part(page, 0.95), grouped);
    }

    private void row(String what, int lines, double[] ours, double plain) {
        report.row(
                what,
                String.valueOf(lines),
                LedgerBench.number(part(ours, 0.5)) + " / " + LedgerBench.number(part(ours, 0.95)),
                Double.isNaN(plain) ? "" : LedgerBench.number(plain),
                Double.isNaN(plain) ? "" : LedgerBench.number(plain / part(ours, 0.5)),
                "",
                "",
                "");
    }

    /** After half as many runs that don't count. */
    private double[] times(int count, Supplier<?> work) {
        double[] times = new double[count];
        for (int n = -count / 2; n < count; n++) {
            long start = System.nanoTime();
            context.getBean(CurrentActor.class).as(acting, work);
            times[Math.max(n, 0)] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    private static double part(double[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
    }
}
