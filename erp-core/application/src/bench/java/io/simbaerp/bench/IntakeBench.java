package io.simbaerp.bench;

import io.simbaerp.document.Finding;
import io.simbaerp.intake.ReadContent;
import io.simbaerp.integration.content.EInvoiceContentReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * From the bytes of an e-invoice to its semantic record and findings, against phive on the same files in the same run:
 * schema and official rules on both sides, ours gives the record besides. The two take turns on every file, so that a
 * busy machine slows both; the ratio is of the sums of medians.
 */
public final class IntakeBench {

    private static final double GOAL = 2.5;

    private final EInvoiceContentReader ours = new EInvoiceContentReader();
    private final PhiveValidator phive = new PhiveValidator();
    private final BenchReport report = new BenchReport("intake");
    private int differing;

    private IntakeBench() {}

    public static void main(String[] arguments) throws Exception {
        boolean quick = Arrays.asList(arguments).contains("--quick");
        System.exit(new IntakeBench().run(quick) ? 0 : 1);
    }

    private boolean run(boolean quick) throws Exception {
        List<InvoiceFile> corpus = InvoiceFile.ofCorpus();
        List<InvoiceFile> small = List.of(InvoiceFile.generated(10));
        List<InvoiceFile> large = List.of(InvoiceFile.generated(1_000));
        int rounds = quick ? 5 : 15;
        System.out.printf("%d corpus files, %d rounds%s%n", corpus.size(), rounds, quick ? " (--quick)" : "");
        warmUp(corpus.isEmpty() ? small : corpus, quick ? 3 : 8);
        report.column("files", "count", "ours ms", "phive ms", "ratio", "ours worst round ms");
        double ratio = corpus.isEmpty() ? 0 : compare("corpus", corpus, rounds);
        compare("10 lines", small, rounds * 20);
        double many = compare("1,000 lines", large, rounds);
        if (corpus.isEmpty()) {
            report.notMeasured("parse and rules against phive, corpus", GOAL);
        } else {
            report.goalAtLeast("parse and rules against phive, corpus", ratio, GOAL);
        }
        report.goalAtLeast("parse and rules against phive, 1,000 lines", many, GOAL);
        report.goalAtMost("files judged differently", differing, 0);
        return report.print();
    }

    /** Both sides on every file until the compiler has settled; what they find is compared on the way. */
    private void warmUp(List<InvoiceFile> files, int rounds) {
        ours.prepare();
        for (int round = 0; round < rounds; round++) {
            for (InvoiceFile file : files) {
                Set<String> mine = rules(file);
                Set<String> theirs = phive.validate(file);
                if (round == 0 && !mine.equals(theirs)) {
                    differing++;
                    System.out.println("Judged differently: " + file.name() + ": ours " + mine + ", phive " + theirs);
                }
            }
        }
    }

    private double compare(String name, List<InvoiceFile> files, int rounds) {
        double mine = 0;
        double theirs = 0;
        double worst = 0;
        for (InvoiceFile file : files) {
            List<Double> ourTimes = new ArrayList<>();
            List<Double> phiveTimes = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                ourTimes.add(milliseconds(file, each -> findings(each).size()));
                phiveTimes.add(milliseconds(file, each -> phive.validate(each).size()));
            }
            mine += median(ourTimes);
            theirs += median(phiveTimes);
            worst = Math.max(worst, ourTimes.stream().mapToDouble(each -> each).max().orElse(0));
        }
        report.row(
                name,
                String.valueOf(files.size()),
                number(mine / files.size()),
                number(theirs / files.size()),
                number(theirs / mine),
                number(worst));
        return theirs / mine;
    }

    private static double milliseconds(InvoiceFile file, ToIntFunction<InvoiceFile> work) {
        long start = System.nanoTime();
        int findings = work.applyAsInt(file);
        long end = System.nanoTime();
        if (findings < 0) {
            throw new IllegalStateException();
        }
        return (end - start) / 1e6;
    }

    private Set<String> rules(InvoiceFile file) {
        return findings(file).stream().map(Finding::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Finding> findings(InvoiceFile file) {
        ReadContent content = ours.read(file.bytes(), file.name());
        if (content instanceof ReadContent.EInvoice invoice) {
            return invoice.findings();
        }
        throw new IllegalStateException(file.name() + " was not recognised");
    }

    private static double median(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
