package io.simbaerp.bench;

import io.simbaerp.document.Finding;
import io.simbaerp.intake.ReadContent;
import io.simbaerp.integration.content.EInvoiceContentReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One side of {@link IntakeBench} in a JVM of its own, so that neither side's compiled code suffers from the other's:
 * both run the same XSLT engine. Reads the number of a file and how often to do it, answers with
 * the nanoseconds of the fastest and the rules that failed.
 */
final class IntakeWorker {

    /** What we find in a structured invoice beyond its schema, which is all the peer looks at. */
    private static final String OURS_ALONE = "SIMBA-FA-";

    private IntakeWorker() {}

    public static void main(String[] arguments) throws IOException {
        List<InvoiceFile> files = InvoiceFile.all();
        Function<InvoiceFile, Set<String>> side = arguments[0].equals("ours") ? ours() : new PhiveValidator()::validate;
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ");
            InvoiceFile file = files.get(Integer.parseInt(words[0]));
            Set<String> failed = Set.of();
            long fastest = Long.MAX_VALUE;
            for (int i = 0; i < Integer.parseInt(words[1]); i++) {
                long start = System.nanoTime();
                failed = side.apply(file);
                fastest = Math.min(fastest, System.nanoTime() - start);
            }
            System.out.println(fastest + " " + String.join(",", failed));
        }
    }

    private static Function<InvoiceFile, Set<String>> ours() {
        EInvoiceContentReader reader = new EInvoiceContentReader();
        reader.prepare();
        return file -> {
            ReadContent content = reader.read(file.bytes(), file.name());
            if (content instanceof ReadContent.Container container) {
                content = reader.read(container.parts().get(0).content(), "invoice.xml");
            }
            if (content instanceof ReadContent.EInvoice invoice) {
                return invoice.findings().stream()
                        .map(Finding::rule)
                        .filter(rule -> !rule.startsWith(OURS_ALONE))
                        .collect(Collectors.toCollection(TreeSet::new));
            }
            throw new IllegalStateException(file.name() + " was not recognised");
        };
    }
}
