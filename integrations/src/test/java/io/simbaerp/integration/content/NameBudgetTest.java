package io.simbaerp.integration.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.integration.en16931.OfficialRules;
import io.simbaerp.integration.xml.ReadingProblems;
import io.simbaerp.integration.xml.XmlTrees;
import io.simbaerp.invoice.received.ReceivedInvoice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.NamePool;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.pattern.NodeKindTest;
import org.junit.jupiter.api.Test;

/** Invented names stop entering the memory that is never given back; invoices are read and judged as ever. */
class NameBudgetTest {

    private static final EInvoiceSchemas SCHEMAS = new EInvoiceSchemas();
    private static final OfficialRules RULES = new OfficialRules();

    @Test
    void stopsTakingInventedNamesIn() {
        SafeXmlParser parser = new SafeXmlParser(SCHEMAS, new NameBudget(20));
        RULES.prepare();

        for (int file = 0; file < 5; file++) {
            StringBuilder invented = new StringBuilder();
            for (int i = 0; i < 10; i++) {
                invented.append("<x" + file + "y" + i + ":n" + file + "y" + i + " xmlns:x" + file + "y" + i
                        + "='urn:invented:" + file + ":" + i + "' a" + file + "y" + i + "='1'/>");
            }
            parser.parse(invoice(invented.toString()));
        }

        assertThat(known("urn:invented:0:0", "n0y0")).isTrue();
        assertThat(known("urn:invented:4:9", "n4y9")).isFalse();
        assertThat(known("", "a4y9")).isFalse();
    }

    @Test
    void readsAndJudgesAnInvoiceTheSameWithNothingLeft() {
        SafeXmlParser exhausted = new SafeXmlParser(SCHEMAS, new NameBudget(0));
        SafeXmlParser usual = new SafeXmlParser(SCHEMAS);
        RULES.prepare();
        byte[] file = invoice("<s:Extra xmlns:s='urn:somebody' s:a='1'>text</s:Extra>");
        ParsedXml.Invoice expected = (ParsedXml.Invoice) usual.parse(file);

        ParsedXml.Invoice parsed = (ParsedXml.Invoice) exhausted.parse(file);

        assertThat(read(parsed)).isEqualTo(read(expected));
        assertThat(RULES.judge(parsed.syntax().rules().orElseThrow(), parsed.document()))
                .isEqualTo(RULES.judge(expected.syntax().rules().orElseThrow(), expected.document()));
        assertThat(parsed.schemaFindings()).isEqualTo(expected.schemaFindings());
    }

    private static ReceivedInvoice read(ParsedXml.Invoice parsed) {
        return parsed.syntax()
                .read(
                        parsed.document()
                                .iterateAxis(AxisInfo.CHILD, NodeKindTest.ELEMENT)
                                .next(),
                        new ReadingProblems());
    }

    private static boolean known(String uri, String name) {
        NamePool pool = XmlTrees.PROCESSOR.getUnderlyingConfiguration().getNamePool();
        return pool.getFingerprint(NamespaceUri.of(uri), name) >= 0;
    }

    private static byte[] invoice(String extra) {
        try (InputStream stream = NameBudgetTest.class.getResourceAsStream("/e-invoice/complete-cii.xml")) {
            String xml = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            int end = xml.lastIndexOf("</");
            return (xml.substring(0, end) + extra + xml.substring(end)).getBytes(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
