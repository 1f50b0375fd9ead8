package io.simbaerp.integration.content;

import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import io.simbaerp.intake.ContentReader;
import io.simbaerp.intake.ReadContent;
import io.simbaerp.intake.UnreadableContent;
import io.simbaerp.integration.en16931.En16931Rules;
import io.simbaerp.integration.xml.ReadingProblems;
import io.simbaerp.invoice.received.ReceivedInvoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.pattern.NodeKindTest;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads UBL and CII invoices: recognised by their root element, parsed once, checked against schema and official rules.
 * Everything else is plain content with its media type.
 */
@Component
public class EInvoiceContentReader implements ContentReader {

    /** The rules look at every line for every VAT group: beyond this they would take minutes. */
    private static final long MOST_COMPARISONS = 1_000_000;

    private final En16931Rules rules = new En16931Rules();
    private final EInvoiceSchemas schemas = new EInvoiceSchemas();
    private final SafeXmlParser parser = new SafeXmlParser(schemas);

    /** Compiles schemas and rules in the background once the application answers. */
    @EventListener(ApplicationReadyEvent.class)
    void prepareInBackground() {
        Thread thread = new Thread(this::prepare, "e-invoice-rules");
        thread.setDaemon(true);
        thread.start();
    }

    /** Compiles schemas and rules now; without it the first invoice waits. */
    public void prepare() {
        schemas.prepare();
        rules.prepare();
    }

    /**
     * @throws UnreadableContent content.empty, content.too-large, content.document-type, content.malformed,
     *     content.wrong-encoding, content.too-deep, content.too-many-elements, content.too-many-names,
     *     content.too-complex
     */
    @Override
    public ReadContent read(byte[] content, String fileName) {
        if (content.length == 0) {
            throw new UnreadableContent("content.empty");
        }
        String mediaType = MediaTypes.of(content);
        if (!mediaType.equals(MediaTypes.XML)) {
            return new ReadContent.Plain(mediaType);
        }
        ParsedXml parsed = parser.parse(content);
        return parsed instanceof ParsedXml.Invoice invoice ? judged(invoice) : new ReadContent.Plain(mediaType);
    }

    private ReadContent.EInvoice judged(ParsedXml.Invoice parsed) {
        ReadingProblems problems = new ReadingProblems();
        ReceivedInvoice invoice = parsed.syntax().read(rootElement(parsed.document()), problems);
        refuseIfTooComplex(invoice);
        List<Finding> findings = new ArrayList<>(parsed.schemaFindings());
        findings.addAll(problems.findings());
        findings.addAll(rules.judge(parsed.syntax().rules(), parsed.document()));
        boolean valid = findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
        return new ReadContent.EInvoice(parsed.syntax().format(), invoice.specification(), invoice, valid, findings);
    }

    private static void refuseIfTooComplex(ReceivedInvoice invoice) {
        int lines = invoice.lines().size()
                + invoice.allowances().size()
                + invoice.charges().size();
        int groups = invoice.vatBreakdown().size();
        if ((long) lines * groups > MOST_COMPARISONS) {
            throw new UnreadableContent("content.too-complex", lines, groups);
        }
    }

    private static NodeInfo rootElement(NodeInfo document) {
        return Objects.requireNonNull(
                document.iterateAxis(AxisInfo.CHILD, NodeKindTest.ELEMENT).next());
    }
}
