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
 * both run the same XSLT engine. Reads the number of a file, answers with the nanoseconds it took and the rules that failed.
 */
final class IntakeWorker {

    private IntakeWorker() {}

    public static void main(String[] arguments) throws IOException {
        List<InvoiceFile> files = InvoiceFile.all();
        Function<InvoiceFile, Set<String>> side = arguments[0].equals("ours") ? ours() : new PhiveValidator()::validate;
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            InvoiceFile file = files.get(Integer.parseInt(order));
            long start = System.nanoTime();
            Set<String> failed = side.apply(file);
            long time = System.nanoTime() - start;
            System.out.println(time + " " + String.join(",", failed));
        }
    }

    private static Function<InvoiceFile, Set<String>> ours() {
        EInvoiceContentReader reader = new EInvoiceContentReader();
        reader.prepare();
        return file -> {
            ReadContent content = reader.read(file.bytes(), file.name());
            if (content instanceof ReadContent.EInvoice invoice) {
                return invoice.findings().stream().map(Finding::rule).collect(Collectors.toCollection(TreeSet::new));
            }
            throw new IllegalStateException(file.name() + " was not recognised");
        };
    }
}
