package io.simbaerp.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * From the bytes of an e-invoice to its semantic record and findings, against phive on the same files in the same run:
 * schema and official rules on both sides, ours gives the record besides. Each side runs in a JVM of its own; the two
 * take turns file by file, so that a busy machine slows both. The ratio is of the sums of medians over the turns.
 */
public final class IntakeBench {

    private static final double GOAL = 2.5;

    /** How often a side does a file before the other's turn; the fastest counts. */
    private static final int TURN = 5;

    private static final int LARGE_TURN = 2;
    private static final int WARMING_TURN = 12;

    /** Of the corpus, {@code --quick} measures one file out of so many. */
    private static final int QUICK_EVERY = 4;

    private final List<InvoiceFile> files;
    private final int rounds;
    private final BenchReport report = new BenchReport("intake");
    private int differing;
    private double ourCorpus;
    private double theirCorpus;

    /** What is measured of them. */
    private final List<InvoiceFile> measured;

    private IntakeBench(List<InvoiceFile> files, int every, int rounds) {
        this.files = files;
        this.measured = IntStream.range(0, files.size())
                .filter(i -> i < InvoiceFile.GENERATED || i % every == 0)
                .mapToObj(files::get)
                .toList();
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws IOException {
        boolean quick = Arrays.asList(arguments).contains("--quick");
        System.exit(new IntakeBench(InvoiceFile.all(), quick ? QUICK_EVERY : 1, quick ? 5 : 25).run(quick) ? 0 : 1);
    }

    private boolean run(boolean quick) throws IOException {
        int corpus = measured.size() - InvoiceFile.GENERATED;
        System.out.printf("%d of " + (files.size() - InvoiceFile.GENERATED) + " corpus files, %d rounds%s%n", corpus, rounds, quick ? " (--quick)" : "");
        report.column("files", "count", "ours ms", "phive ms", "ratio", "ours worst round ms");
        try (WorkerProcess ours = new WorkerProcess("ours");
                WorkerProcess phive = new WorkerProcess("phive")) {
            for (int round = 0; round < (quick ? 2 : 8); round++) {
                warmUp(ours, phive, round == 0);
            }
            double small = compare(ours, phive, "10 lines", files.subList(0, 1));
            compare(ours, phive, "1,000 lines", files.subList(1, 2));
            if (corpus == 0) {
                report.notMeasured("parse and rules against phive, corpus", GOAL);
                report.goalAtLeast("parse and rules against phive, 10 lines", small, GOAL);
            } else {
                compareCorpus(ours, phive);
            }
        }
        report.goalAtMost("files judged differently", differing, 0);
        return report.print();
    }

    /** Every set by itself, and all together: the goal. */
    private void compareCorpus(WorkerProcess ours, WorkerProcess phive) throws IOException {
        List<InvoiceFile> corpus = measured.subList(InvoiceFile.GENERATED, measured.size());
        for (String set : corpus.stream().map(InvoiceFile::set).distinct().toList()) {
            compare(ours, phive, set, corpus.stream().filter(file -> file.set().equals(set)).toList());
        }
        report.row("corpus", String.valueOf(corpus.size()), "", "", number(theirCorpus / ourCorpus), "");
        report.goalAtLeast("parse and rules against phive, corpus", theirCorpus / ourCorpus, GOAL);
    }

    /** Both sides on every file; what they find is compared on the way. */
    private void warmUp(WorkerProcess ours, WorkerProcess phive, boolean compare) throws IOException {
        for (InvoiceFile one : measured) {
            int file = files.indexOf(one);
            int times = file == 1 ? LARGE_TURN : WARMING_TURN;
            String mine = ours.work(file, times).failed();
            String theirs = phive.work(file, times).failed();
            if (compare && !mine.equals(theirs)) {
                differing++;
                System.out.printf(
                        "Judged differently: %s: ours %s, phive %s%n", files.get(file).name(), mine, theirs);
            }
        }
    }

    private double compare(WorkerProcess ours, WorkerProcess phive, String name, List<InvoiceFile> set)
            throws IOException {
        double mine = 0;
        double theirs = 0;
        double worst = 0;
        for (InvoiceFile one : set) {
            int file = files.indexOf(one);
            List<Double> ourTimes = new ArrayList<>();
            List<Double> phiveTimes = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                ourTimes.add(ours.work(file, file == 1 ? LARGE_TURN : TURN).milliseconds());
                phiveTimes.add(phive.work(file, file == 1 ? LARGE_TURN : TURN).milliseconds());
            }
            mine += median(ourTimes);
            theirs += median(phiveTimes);
            worst = Math.max(worst, ourTimes.stream().mapToDouble(each -> each).max().orElse(0));
        }
        int count = set.size();
        if (files.indexOf(set.get(0)) >= InvoiceFile.GENERATED) {
            ourCorpus += mine;
            theirCorpus += theirs;
        }
        report.row(
                name,
                String.valueOf(count),
                number(mine / count),
                number(theirs / count),
                number(theirs / mine),
                number(worst));
        return theirs / mine;
    }

    private static double median(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
