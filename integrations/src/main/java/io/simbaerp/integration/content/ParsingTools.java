package io.simbaerp.integration.content;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** A hardened parser and the schema validators that work with it: for one thread at a time, to be used again. */
final class ParsingTools {

    private final EInvoiceSchemas schemas;
    private final XMLReader reader;
    private final Map<EInvoiceSyntax, ValidatorHandler> validators = new EnumMap<>(EInvoiceSyntax.class);

    ParsingTools(EInvoiceSchemas schemas) {
        this.schemas = schemas;
        this.reader = hardened();
    }

    XMLReader reader() {
        return reader;
    }

    /** What checks a file of this syntax against its schema; without a schema, nothing is checked. */
    ContentHandler checker(EInvoiceSyntax syntax, ErrorHandler findings) throws SAXException {
        ValidatorHandler known = validators.get(syntax);
        if (known == null) {
            known = schemas.handler(syntax);
            if (known == null) {
                return new DefaultHandler();
            }
            validators.put(syntax, known);
        }
        known.setErrorHandler(findings);
        return known;
    }

    /** No document type at all; the rest is a second wall behind that one. */
    private static XMLReader hardened() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            reader.setProperty("http://apache.org/xml/properties/locale", Locale.ENGLISH);
            return reader;
        } catch (ParserConfigurationException | SAXException impossible) {
            throw new IllegalStateException("The JDK's parser cannot be hardened", impossible);
        }
    }
}
