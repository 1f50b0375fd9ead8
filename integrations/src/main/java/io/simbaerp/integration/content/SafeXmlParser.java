package io.simbaerp.integration.content;

import io.simbaerp.document.Finding;
import io.simbaerp.intake.UnreadableContent;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.validation.ValidatorHandler;
import net.sf.saxon.s9api.SaxonApiException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/** Parses XML from strangers: no document type at all, nothing fetched, limits on size, depth and elements. */
final class SafeXmlParser {

    static final int LARGEST = 20 * 1024 * 1024;

    private static final int LONGEST_REASON = 300;

    /** What has read something larger is not kept: its buffers are as large. */
    private static final int LARGEST_TO_KEEP = 1024 * 1024;

    private final EInvoiceSchemas schemas;
    private final NameBudget budget;
    private final Queue<ParsingTools> idle = new ConcurrentLinkedQueue<>();

    SafeXmlParser(EInvoiceSchemas schemas) {
        this(schemas, NameBudget.OF_THE_PROGRAM);
    }

    SafeXmlParser(EInvoiceSchemas schemas, NameBudget budget) {
        this.schemas = schemas;
        this.budget = budget;
    }

    /** @throws UnreadableContent content.too-large, content.document-type, content.malformed, content.too-deep,
     *     content.too-many-elements */
    ParsedXml parse(byte[] content) {
        if (content.length > LARGEST) {
            throw new UnreadableContent("content.too-large", LARGEST / 1024 / 1024);
        }
        ParsingTools kept = idle.poll();
        ParsingTools tools = kept == null ? new ParsingTools(schemas) : kept;
        EntryGate gate = new EntryGate(tools, budget);
        try {
            XMLReader reader = tools.reader();
            reader.setContentHandler(gate);
            reader.setErrorHandler(gate);
            reader.setEntityResolver(gate);
            reader.parse(new InputSource(new ByteArrayInputStream(content)));
            ParsedXml result = gate.result();
            if (content.length <= LARGEST_TO_KEEP) {
                idle.add(tools);
            }
            return result;
        } catch (SAXParseException broken) {
            throw refusal(broken);
        } catch (CharConversionException broken) {
            throw new UnreadableContent("content.wrong-encoding", reason(broken));
        } catch (SAXException | IOException | SaxonApiException broken) {
            throw new UnreadableContent("content.malformed", 0, 0, reason(broken));
        }
    }

    /** Where a file that was parsed already breaks another schema. */
    List<Finding> check(byte[] content, String schema) {
        SchemaFindings findings = new SchemaFindings();
        try {
            ValidatorHandler handler = schemas.handler(schema);
            handler.setErrorHandler(findings);
            XMLReader reader = new ParsingTools(schemas).reader();
            reader.setContentHandler(handler);
            reader.parse(new InputSource(new ByteArrayInputStream(content)));
            return findings.findings();
        } catch (SAXException | IOException broken) {
            throw new UnreadableContent("content.malformed", 0, 0, reason(broken));
        }
    }

    private static UnreadableContent refusal(SAXParseException broken) {
        String reason = reason(broken);
        if (broken.getException() instanceof CharConversionException) {
            return new UnreadableContent("content.wrong-encoding", reason);
        }
        if (reason.contains("DOCTYPE")) {
            return new UnreadableContent("content.document-type", broken.getLineNumber());
        }
        return new UnreadableContent("content.malformed", broken.getLineNumber(), broken.getColumnNumber(), reason);
    }

    private static String reason(Exception broken) {
        String message = Objects.requireNonNullElse(
                broken.getMessage(), broken.getClass().getSimpleName());
        return message.length() <= LONGEST_REASON ? message : message.substring(0, LONGEST_REASON) + "...";
    }
}
