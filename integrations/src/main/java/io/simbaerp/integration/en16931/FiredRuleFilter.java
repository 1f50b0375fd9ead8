package io.simbaerp.integration.en16931;

import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Leaves out of the official stylesheet what writes down every rule that was tried: only what failed is of interest,
 * and the record of the rest is most of the output.
 */
final class FiredRuleFilter extends XMLFilterImpl {

    static final String SVRL = "http://purl.oclc.org/dsdl/svrl";

    private int skipping;

    FiredRuleFilter(XMLReader parent) {
        super(parent);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        if (skipping > 0 || (SVRL.equals(uri) && localName.equals("fired-rule"))) {
            skipping++;
        } else {
            super.startElement(uri, localName, qName, attributes);
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        if (skipping > 0) {
            skipping--;
        } else {
            super.endElement(uri, localName, qName);
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (skipping == 0) {
            super.characters(text, start, length);
        }
    }
}
