package io.simbaerp.integration.content;

import io.simbaerp.document.Finding;
import io.simbaerp.intake.ContentReader;
import io.simbaerp.intake.UnreadableContent;
import io.simbaerp.integration.ksef.FaVersion;
import io.simbaerp.integration.xml.XmlTrees;
import io.simbaerp.invoice.received.NotPosted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.xml.namespace.QName;
import net.sf.saxon.s9api.BuildingContentHandler;
import net.sf.saxon.s9api.SaxonApiException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Stands between the parser and everything that costs memory or time: counts what comes, looks at the root element, and
 * lets an e-invoice pass to the schema check and into the tree: to both, not through the one into the other, because a
 * schema adds its default attributes and the rules then judge what nobody wrote. Anything else is only checked for being
 * well-formed.
 */
final class EntryGate extends DefaultHandler {

    static final int DEEPEST = 64;
    static final int MOST_ELEMENTS = 1_000_000;

    /** A real invoice uses some two hundred. The trees' pool of names is shared and only grows. */
    static final int MOST_NAMES = 1_000;

    private static final String STRANGER = "stranger";
    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String CROSS_INDUSTRY_ORDER = "urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:";

    private static final String POLISH_FORMS = "http://crd.gov.pl/wzor/";
    private static final int FORM_DEPTH = 3;

    /** UBL's orders and the answers to them, and the order of UN/CEFACT (Order-X). */
    private static final Set<String> ORDERS = Set.of(
            "Order",
            "OrderResponse",
            "OrderResponseSimple",
            "OrderChange",
            "OrderCancellation",
            "SCRDMCCBDACIOMessageStructure");

    private final ParsingTools tools;
    private final SchemaFindings findings = new SchemaFindings();
    private final List<String[]> rootPrefixes = new ArrayList<>();
    private @Nullable Locator locator;
    private @Nullable EInvoiceSyntax syntax;
    private @Nullable ContentHandler validator;
    private @Nullable BuildingContentHandler tree;
    private final boolean[] hasChildren = new boolean[DEEPEST + 2];
    private final NameBudget budget;
    private final Set<QName> names = new HashSet<>();

    /** Names of this file that do not enter the tree; none in a usual file. */
    private final Set<QName> strange = new HashSet<>();

    private final StringBuilder blank = new StringBuilder();
    private @Nullable NotPosted reason;
    private int depth;
    private int elements;

    EntryGate(ParsingTools tools, NameBudget budget) {
        this.budget = budget;
        this.tools = tools;
    }

    ParsedXml result() throws SaxonApiException {
        EInvoiceSyntax found = syntax;
        if (found == null) {
            return new ParsedXml.Other(reason);
        }
        List<Finding> broken = findings.findings();
        return new ParsedXml.Invoice(
                found, Objects.requireNonNull(tree).getDocumentNode().getUnderlyingNode(), broken);
    }

    @Override
    public void setDocumentLocator(Locator documentLocator) {
        locator = documentLocator;
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
        if (validator != null && tree != null) {
            validator.startPrefixMapping(prefix, uri);
            if (budget.admitsNamespace(uri)) {
                tree.startPrefixMapping(prefix, uri);
            }
        } else if (elements == 0) {
            rootPrefixes.add(new String[] {prefix, uri});
        }
    }

    @Override
    public void endPrefixMapping(String prefix) throws SAXException {
        if (validator != null && tree != null) {
            validator.endPrefixMapping(prefix);
            tree.endPrefixMapping(prefix);
        }
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        ContentReader.goOn();
        if (++depth > DEEPEST) {
            throw new UnreadableContent("content.too-deep", DEEPEST, line());
        }
        if (++elements > MOST_ELEMENTS) {
            throw new UnreadableContent("content.too-many-elements", MOST_ELEMENTS, line());
        }
        if (elements == 1) {
            openFor(uri, localName);
            if (ORDERS.contains(localName) && (uri.startsWith(UBL) || uri.startsWith(CROSS_INDUSTRY_ORDER))) {
                reason = NotPosted.ORDER;
            }
        } else if (syntax == null && isFarmersForm(uri, localName, attributes)) {
            reason = NotPosted.FLAT_RATE_FARMER;
        }
        countNames(uri, localName, attributes);
        hasChildren[depth] = false;
        hasChildren[depth - 1] = true;
        blank.setLength(0);
        if (validator != null && tree != null) {
            validator.startElement(uri, localName, qName, attributes);
            if (strange.isEmpty()) {
                tree.startElement(uri, localName, qName, attributes);
            } else {
                startAmongStrangers(tree, uri, localName, qName, attributes);
            }
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        if (!hasChildren[depth--]) {
            passBlank();
        }
        blank.setLength(0);
        if (validator != null && tree != null) {
            validator.endElement(uri, localName, qName);
            boolean unnamed = !strange.isEmpty() && strange.contains(new QName(uri, localName));
            tree.endElement(unnamed ? "" : uri, unnamed ? STRANGER : localName, unnamed ? STRANGER : qName);
        }
    }

    /** White space between elements says nothing; in a tree it would be half of all nodes. */
    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (isBlank(text, start, length)) {
            blank.append(text, start, length);
            return;
        }
        passBlank();
        pass(text, start, length);
    }

    private void passBlank() throws SAXException {
        if (!blank.isEmpty()) {
            char[] text = blank.toString().toCharArray();
            blank.setLength(0);
            pass(text, 0, text.length);
        }
    }

    private void pass(char[] text, int start, int length) throws SAXException {
        if (validator != null && tree != null) {
            validator.characters(text, start, length);
            tree.characters(text, start, length);
        }
    }

    private static boolean isBlank(char[] text, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (text[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void endDocument() throws SAXException {
        if (validator != null && tree != null) {
            validator.endDocument();
            tree.endDocument();
        }
    }

    /** Names nobody asks for are left out of the tree: what stands in such an element stays, without its name. */
    private void startAmongStrangers(
            BuildingContentHandler into, String uri, String localName, String qName, Attributes attributes)
            throws SAXException {
        AttributesImpl known = new AttributesImpl();
        for (int i = 0; i < attributes.getLength(); i++) {
            if (!strange.contains(new QName(attributes.getURI(i), attributes.getLocalName(i)))) {
                known.addAttribute(
                        attributes.getURI(i),
                        attributes.getLocalName(i),
                        attributes.getQName(i),
                        attributes.getType(i),
                        attributes.getValue(i));
            }
        }
        boolean unnamed = strange.contains(new QName(uri, localName));
        into.startElement(unnamed ? "" : uri, unnamed ? STRANGER : localName, unnamed ? STRANGER : qName, known);
    }

    /** The form VAT RR of KSeF names itself in its header, in every version of its schema. */
    private boolean isFarmersForm(String uri, String localName, Attributes attributes) {
        String system = attributes.getValue("kodSystemowy");
        return depth == FORM_DEPTH
                && localName.equals("KodFormularza")
                && uri.startsWith(POLISH_FORMS)
                && system != null
                && system.startsWith("FA_RR");
    }

    private void countName(QName name) {
        if (names.add(name) && !budget.admits(name)) {
            strange.add(name);
        }
    }

    private void countNames(String uri, String localName, Attributes attributes) {
        countName(new QName(uri, localName));
        for (int i = 0; i < attributes.getLength(); i++) {
            countName(new QName(attributes.getURI(i), attributes.getLocalName(i)));
        }
        if (names.size() > MOST_NAMES) {
            throw new UnreadableContent("content.too-many-names", MOST_NAMES, line());
        }
    }

    private void openFor(String namespace, String rootElement) throws SAXException {
        EInvoiceSyntax found = EInvoiceSyntax.of(namespace, rootElement).orElse(null);
        if (found == null) {
            refuseIfOutOfUse(namespace, rootElement);
            return;
        }
        BuildingContentHandler building = newTree();
        ContentHandler checking = tools.checker(found, findings);
        if (locator != null) {
            checking.setDocumentLocator(locator);
        }
        checking.startDocument();
        building.startDocument();
        for (String[] prefix : rootPrefixes) {
            checking.startPrefixMapping(prefix[0], prefix[1]);
            if (budget.admitsNamespace(prefix[1])) {
                building.startPrefixMapping(prefix[0], prefix[1]);
            }
        }
        syntax = found;
        tree = building;
        validator = checking;
    }

    private static void refuseIfOutOfUse(String namespace, String rootElement) {
        FaVersion.of(namespace, rootElement).ifPresent(version -> {
            throw new UnreadableContent("content.old-structured-invoice", version.title());
        });
    }

    private static BuildingContentHandler newTree() throws SAXException {
        try {
            return XmlTrees.PROCESSOR.newDocumentBuilder().newBuildingContentHandler();
        } catch (SaxonApiException impossible) {
            throw new SAXException(impossible);
        }
    }

    private int line() {
        return locator == null ? 0 : locator.getLineNumber();
    }
}
