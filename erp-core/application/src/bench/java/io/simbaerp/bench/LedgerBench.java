package io.simbaerp.bench;

import io.simbaerp.SimbaApplication;
import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.bench.LedgerCosts.Cost;
import io.simbaerp.company.CompanyDirectory;
import io.simbaerp.database.DatabaseInitializer;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.PostJournalEntry;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The ledger on its own: single entries, batches and reports, each beside what somebody would write by hand in SQL for the
 * same rules on the same PostgreSQL in the same run. Ours acts as the application's role with every policy on.
 */
public final class LedgerBench {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final List<String> JOURNALS = List.of("PK", "BK", "ZK", "PK");

    private final ConfigurableApplicationContext context;
    private final LedgerReference reference;
    private final Path data;
    private final boolean quick;
    private final LedgerCosts costs;
    private final Acting acting;
    private final BenchReport report = new BenchReport("ledger");
    private final List<String> accounts;

    private LedgerBench(ConfigurableApplicationContext context, Path data, boolean quick) throws Exception {
        this.context = context;
        this.data = data;
        this.quick = quick;
        this.costs = new LedgerCosts(data);
        CompanyId company = context.getBean(CompanyDirectory.class).all().get(0);
        this.acting = Acting.system("bench", company);
        this.reference = LedgerReference.open(
                data, context.getEnvironment().getRequiredProperty("spring.datasource.url"), company);
        this.accounts = reference.accounts();
    }

    public static void main(String[] arguments) throws Exception {
        List<String> wanted = Arrays.asList(arguments);
        boolean quick = wanted.contains("--quick");
        Path data = Files.createTempDirectory("simba-bench");
        SpringApplication application = new SpringApplication(SimbaApplication.class);
        application.addInitializers(new DatabaseInitializer());
        boolean holds;
        try (ConfigurableApplicationContext context = application.run(
                "--simba.data=" + data, "--server.port=0", "--simba.jobs.enabled=false", "--logging.level.root=error")) {
            holds = new LedgerBench(context, data, quick).run(wanted);
        }
        System.exit(holds ? 0 : 1);
    }

    /** All of it, or with --single, --batches, --reports or --tryton a part. */
    private boolean run(List<String> wanted) throws Exception {
        boolean whole = wanted.stream().noneMatch(List.of("--single", "--batches", "--reports", "--tryton")::contains);
        report.column("what", "lines", "ours", "reference", "ratio", "our CPU, ms", "of it program", "reference CPU, ms");
        ProcessorTime.settle(data, quick ? 20 : 120);
        if (whole || wanted.contains("--single")) {
            single();
        }
        if (whole || wanted.contains("--batches")) {
            batches(2);
            batches(10);
        }
        if (whole || wanted.contains("--reports")) {
            new LedgerReports(context, reference, accounts, acting, report, quick, this::grown).run(wanted.contains("--large"));
        }
        if (whole || wanted.contains("--tryton")) {
            tryton();
        }
        memory();
        return report.print();
    }

    // --- Single entries ----------------------------------------------------------------------------------------------

    private void single() throws Exception {
        int entries = quick ? 1000 : 4000;
        costs.warm(quick ? 1000 : 2000, () -> posts(1, quick ? 1000 : 2000));
        double cpu = 0;
        for (int clients : new int[] {1, 8}) {
            Cost ours = costs.of(entries, () -> posts(clients, entries));
            Cost theirs = cost(reference.seconds(quick), clients, reference::pgbench);
            row("one entry, " + clients + (clients == 1 ? " client" : " clients"), 2, ours, theirs);
            cpu = clients == 1 ? ours.milliseconds() / theirs.database() : cpu;
        }
        report.goalAtMost("one post, CPU against the SQL function", cpu, 2);
    }

    /** Both by the models of Tryton, which have no other way in; ours beside them in the same minutes. */
    private void tryton() throws Exception {
        Optional<List<TrytonPeer.Cost>> measured = reference.tryton(quick).measure();
        if (measured.isEmpty()) {
            report.notMeasured("one post against Tryton, times less CPU (tryton-server is not installed)", 40);
            report.notMeasured("batches against Tryton, times less CPU (tryton-server is not installed)", 200);
            return;
        }
        int entries = quick ? 500 : 2000;
        posts(1, entries);
        beside("one entry by Tryton", measured.get().get(0), costs.of(entries, () -> posts(1, entries)), 40);
        post(10, 2);
        beside("entries of a batch by Tryton", measured.get().get(1), costs.of(10_000, () -> post(10, 2)), 200);
    }

    private void beside(String what, TrytonPeer.Cost theirs, Cost ours, double goal) {
        row(what, 2, ours, new Cost(theirs.perSecond(), theirs.milliseconds(), theirs.program(), theirs.milliseconds()));
        report.goalAtLeast(what + ", times the CPU of ours", theirs.milliseconds() / ours.milliseconds(), goal);
    }

    /** What posting costs once the books hold so many lines. */
    private void grown(int lines) throws Exception {
        int entries = quick ? 500 : 2000;
        posts(1, entries);
        grown("one entry, books of so many lines", lines, costs.of(entries, () -> posts(1, entries)));
        post(10, 2);
        grown("entries of a batch, books of so many lines", lines, costs.of(10_000, () -> post(10, 2)));
    }

    private void grown(String what, int lines, Cost ours) {
        report.row(
                what + ", per second",
                String.valueOf(lines),
                number(ours.perSecond()),
                "",
                "",
                number(ours.milliseconds()),
                number(ours.program()),
                "");
    }

    private double posts(int clients, int entries) throws Exception {
        PostJournalEntry post = context.getBean(PostJournalEntry.class);
        long start = System.nanoTime();
        each(clients, client -> {
            for (int n = 0; n < entries / clients; n++) {
                JournalEntryDraft draft = draft(JOURNALS.get(client % JOURNALS.size()), n * 7 + client, 2);
                as(() -> post.post(draft));
            }
        });
        return entries / ((System.nanoTime() - start) / 1e9);
    }

    // --- Batches -----------------------------------------------------------------------------------------------------

    private void batches(int lines) throws Exception {
        int batches = quick ? 10 : 20;
        costs.warm(quick ? 5000 : 10_000, () -> post(quick ? 5 : 10, lines));
        Cost ours = costs.of(batches * 1000, () -> post(batches, lines));
        reference.batches(2, lines);
        Cost theirs = costs.of(batches * 1000, () -> reference.batches(batches, lines));
        row("entries of " + lines + " lines, 1,000 a batch", lines, ours, theirs);
        report.goalAtLeast(
                "batches of entries of " + lines + " lines against set-based SQL, entries per processor second",
                theirs.database() / ours.milliseconds(),
                0.7);
    }

    private double post(int batches, int lines) {
        PostJournalEntry.Batch batch = context.getBean(PostJournalEntry.Batch.class);
        long start = System.nanoTime();
        for (int n = 0; n < batches; n++) {
            List<JournalEntryDraft> drafts = new ArrayList<>();
            for (int entry = 0; entry < 1000; entry++) {
                drafts.add(draft("PK", entry, lines));
            }
            as(() -> batch.post(UUID.randomUUID(), drafts)).forEach(outcome -> {
                if (outcome.entryId() == null) {
                    throw new IllegalStateException("Refused", outcome.refusal());
                }
            });
        }
        return batches * 1000 / ((System.nanoTime() - start) / 1e9);
    }

    private JournalEntryDraft draft(String journal, int seed, int count) {
        List<LineDraft> lines = new ArrayList<>();
        for (int line = 0; line < count; line++) {
            lines.add(LineDraft.of(
                    accounts.get((seed * 7 + line * 13) % accounts.size()),
                    line % 2 == 0 ? Side.DEBIT : Side.CREDIT,
                    Money.of("10.00", "PLN")));
        }
        LocalDate day = DAY.withDayOfMonth(1 + seed % 28);
        return new JournalEntryDraft(
                journal,
                day,
                day,
                day,
                "2026-11",
                EntryKind.ORDINARY,
                "Bench",
                null,
                null,
                UUID.randomUUID().toString(),
                lines);
    }

    // --- What it costs -----------------------------------------------------------------------------------------------

    /** A client of several, or the seconds and clients of a run of the reference. */
    private interface Run {
        double perSecond(int seconds, int clients) throws Exception;
    }

    private interface Client {
        void work(int number) throws Exception;
    }

    private Cost cost(int seconds, int clients, Run work) throws Exception {
        ProcessorTime before = ProcessorTime.now(data);
        double perSecond = work.perSecond(seconds, clients);
        return costs.since(before, perSecond, (int) Math.max(1, reference.lastCount()));
    }

    private void row(String what, int lines, Cost ours, Cost theirs) {
        report.row(
                what + ", per second",
                String.valueOf(lines),
                number(ours.perSecond()),
                number(theirs.perSecond()),
                number(ours.perSecond() / theirs.perSecond()),
                number(ours.milliseconds()),
                number(ours.program()),
                number(theirs.database()));
    }

    private void memory() throws IOException {
        Runtime runtime = Runtime.getRuntime();
        report.row(
                "memory of the program",
                "",
                (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000 + " MB of heap",
                LedgerCosts.resident(),
                "",
                "",
                "",
                "");
    }

    private <T> T as(java.util.function.Supplier<T> work) {
        return context.getBean(CurrentActor.class).as(acting, work);
    }

    private static void each(int clients, Client client) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        List<Future<?>> running = new ArrayList<>();
        for (int number = 0; number < clients; number++) {
            int own = number;
            running.add(threads.submit(() -> {
                client.work(own);
                return null;
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        threads.shutdown();
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 1 ? "%.3f" : value < 100 ? "%.2f" : "%.0f", value);
    }
}
