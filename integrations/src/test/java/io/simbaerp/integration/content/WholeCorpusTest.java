package io.simbaerp.integration.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.document.Finding;
import io.simbaerp.intake.ReadContent;
import io.simbaerp.intake.ReadContent.EInvoice;
import io.simbaerp.intake.UnreadableContent;
import io.simbaerp.integration.pdf.EmbeddedFiles;
import io.simbaerp.integration.testing.XmlFacts;
import io.simbaerp.testing.Corpus;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every single file of the folders of invoices through the reader: each has the outcome written down here, and each that
 * is read as an invoice says what its file states. A file that is added without an outcome fails.
 */
class WholeCorpusTest {

    private static final EInvoiceContentReader READER = new EInvoiceContentReader();
    private static final SafeXmlParser PARSER = new SafeXmlParser(new EInvoiceSchemas());

    /** Which files, what becomes of them, how many they are; the first row that fits a file counts. */
    private static final List<Expected> EXPECTED = """
            .*\\.(csv|md|txt|json) => text/plain => 53
            einvoice-en16931/.*/UBL-xmldsig-core-schema-2\\.1\\.xsd => content.document-type => 1
            .*\\.(xsd|sch|xsl|xslt) => application/xml => 192
            .*\\.png => image/png => 3
            einvoice-en16931/peppol/p2p-documents-2026\\.5/(Advanced Ordering scenarios/.*|Order use cases/.*|Order-response use cases/.*|Order[A-Za-z]*_Example\\.xml) => application/xml not-posted.order => 30
            einvoice-en16931/peppol/(codelists|p2p-documents-2026\\.5|unit-tests)/.* => application/xml => 160
            einvoice-en16931/(en16931/examples-cii|xrechnung-2\\.1\\.1-invalid/cii)/.* => CII => 36
            einvoice-en16931/xrechnung-3\\.0\\.2/valid/.*_uncefact\\.xml => CII => 18
            einvoice-en16931/.* => UBL => 169
            poland-ksef/samples-fa2-official/.* => FA(2) => 10
            poland-ksef/samples-fa3-official/mf-stylesheet/.* => application/xml => 1
            poland-ksef/samples-fa3-official/.* => FA(3) => 15
            poland-ksef/templates-ksef-client-java/.*pef.* => UBL => 2
            poland-ksef/templates-ksef-client-java/.*fa-rr.* => application/xml not-posted.flat-rate-farmer => 1
            poland-ksef/templates-ksef-client-java/invoice-template\\.xml => FA(2) => 1
            poland-ksef/templates-ksef-client-java/.* => FA(3) => 4
            poland-ksef/upo/.* => application/xml => 6
            zugferd-facturx/fatturapa-official/.* => application/xml => 6
            zugferd-facturx/mustang/ORDER-X.*\\.pdf => application/pdf not-posted.order => 1
            zugferd-facturx/mustang/ORDER-X.*\\.xml => application/xml not-posted.order => 1
            zugferd-facturx/mustang/.*_(505PDF14|508blankoA3)\\.pdf => application/pdf => 2
            .*/factur-x-invalid-xml-encoding-attribute\\.pdf => content.embedded-malformed => 1
            zugferd-facturx/corpus/ZUGFeRDv1/.* => ZUGFeRD 1.0 => 6
            zugferd-facturx/corpus/XML-Rechnung/UBL/.* => UBL => 9
            zugferd-facturx/.* => CII => 92
            """.lines().map(Expected::of).toList();

    /** ZUGFeRD 1 need not state what is due, and BT-109 is not there either: it is what the rest of the sums say. */
    private static final Map<String, String> COMPLETED =
            Map.of("ZUGFeRD_1p0_BASIC_Einfach.pdf", "BT-115=235.62", "acme_invoice-42_ZUGFeRD.pdf", "BT-115=119");

    private record Expected(String files, String outcome, int count) {

        static Expected of(String row) {
            String[] cells = row.split(" => ");
            return new Expected(cells[0], cells[1], Integer.parseInt(cells[2]));
        }
    }

    private final List<String> wrong = new ArrayList<>();

    @Test
    void everyFileHasItsOutcomeAndEveryInvoiceSaysWhatItsFileStates() {
        List<Path> folders = Stream.of("einvoice-en16931", "poland-ksef", "zugferd-facturx")
                .map(set -> Corpus.folder(set, "every file of " + set))
                .flatMap(Optional::stream)
                .toList();
        List<Expected> met = new ArrayList<>();
        for (Path folder : folders) {
            int before = wrong.size();
            int invoices = 0;
            List<Path> files = Corpus.files(folder, "");
            for (Path file : files) {
                invoices += check(folder, file, met) ? 1 : 0;
            }
            System.out.printf(
                    "SCORE every file of %s: %d of %d as expected, %d of them invoices%n",
                    folder.getFileName(), files.size() - (wrong.size() - before), files.size(), invoices);
        }
        assertThat(wrong).isEmpty();
        if (folders.size() == 3) {
            for (Expected row : EXPECTED) {
                assertThat(met.stream().filter(row::equals)).as(row.files()).hasSize(row.count());
            }
        }
    }

    /** @return whether it is an invoice */
    private boolean check(Path folder, Path file, List<Expected> met) {
        String name = folder.getParent().relativize(file).toString().replace('\\', '/');
        Optional<Expected> expected =
                EXPECTED.stream().filter(row -> name.matches(row.files())).findFirst();
        expected.ifPresent(met::add);
        byte[] content = Corpus.bytes(file);
        List<String> found = new ArrayList<>();
        boolean invoice = false;
        try {
            ReadContent read = READER.read(content, name);
            found.add(outcome(read));
            if (read instanceof EInvoice eInvoice) {
                invoice = true;
                found.addAll(differences(file, content, eInvoice));
            }
        } catch (UnreadableContent unreadable) {
            found.add(unreadable.rule());
        }
        List<String> wanted = List.of(expected.map(Expected::outcome).orElse("an outcome that is written down"));
        if (!found.equals(wanted)) {
            wrong.add(name + ": expected " + wanted + " but was " + found);
        }
        return invoice;
    }

    private static String outcome(ReadContent read) {
        if (read instanceof EInvoice invoice) {
            return invoice.format();
        }
        Stream<String> reasons = read instanceof ReadContent.Plain plain
                ? plain.findings().stream().map(Finding::rule)
                : Stream.of("container");
        return Stream.concat(Stream.of(read.mediaType()), reasons).collect(Collectors.joining(" "));
    }

    private static List<String> differences(Path file, byte[] content, EInvoice read) {
        boolean carried = read.mediaType().equals("application/pdf");
        XmlFacts facts = XmlFacts.of(carried ? carried(content) : content);
        if (read.format().startsWith("FA")) {
            boolean same = facts.asked().orElseThrow().compareTo(due(read)) == 0;
            return same ? List.of() : List.of("due " + due(read) + " instead of " + facts.asked());
        }
        List<String> differences = facts.differences(read.invoice());
        String completed = COMPLETED.get(file.getFileName().toString());
        return completed == null
                ? differences
                : differences.stream().filter(one -> !one.contains(completed)).toList();
    }

    private static BigDecimal due(EInvoice read) {
        return Objects.requireNonNull(read.invoice().totals().due()).amount();
    }

    private static byte[] carried(byte[] pdf) {
        return CarriedInvoice.among(EmbeddedFiles.of(pdf), PARSER)
                .invoice()
                .orElseThrow()
                .file()
                .content();
    }
}
