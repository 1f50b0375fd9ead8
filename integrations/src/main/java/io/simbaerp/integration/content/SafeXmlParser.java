package io.simbaerp.integration.content;

import io.simbaerp.intake.UnreadableContent;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import net.sf.saxon.s9api.SaxonApiException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/** Parses XML from strangers: no document type at all, nothing fetched, limits on size, depth and elements. */
final class SafeXmlParser {

    static final int LARGEST = 20 * 1024 * 1024;

    private static final int LONGEST_REASON = 300;

    private final EInvoiceSchemas schemas;
    private final SAXParserFactory parsers;

    SafeXmlParser(EInvoiceSchemas schemas) {
        this.schemas = schemas;
        this.parsers = hardened();
    }

    /** @throws UnreadableContent content.too-large, content.document-type, content.malformed, content.too-deep,
     *     content.too-many-elements */
    ParsedXml parse(byte[] content) {
        if (content.length > LARGEST) {
            throw new UnreadableContent("content.too-large", LARGEST / 1024 / 1024);
        }
        EntryGate gate = new EntryGate(schemas);
        try {
            XMLReader reader = newReader();
            reader.setContentHandler(gate);
            reader.setErrorHandler(gate);
            reader.setEntityResolver(gate);
            reader.parse(new InputSource(new ByteArrayInputStream(content)));
            return gate.result();
        } catch (SAXParseException broken) {
            throw refusal(broken);
        } catch (CharConversionException broken) {
            throw new UnreadableContent("content.wrong-encoding", reason(broken));
        } catch (SAXException | IOException | SaxonApiException broken) {
            throw new UnreadableContent("content.malformed", 0, 0, reason(broken));
        }
    }

    private XMLReader newReader() throws SAXException {
        try {
            XMLReader reader;
            synchronized (parsers) {
                reader = parsers.newSAXParser().getXMLReader();
            }
            reader.setProperty("http://apache.org/xml/properties/locale", Locale.ENGLISH);
            return reader;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SAXParserFactory hardened() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory;
        } catch (ParserConfigurationException | SAXException impossible) {
            throw new IllegalStateException("The JDK's parser cannot be hardened", impossible);
        }
    }

    private static UnreadableContent refusal(SAXParseException broken) {
        String reason = reason(broken);
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
