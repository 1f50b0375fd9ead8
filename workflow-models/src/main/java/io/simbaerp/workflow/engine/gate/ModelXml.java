package io.simbaerp.workflow.engine.gate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;

/** Reads a model's XML safely: no document type, no entity, nothing from outside, no processing instruction. */
final class ModelXml {

    private ModelXml() {}

    /** What the judge says about the root element, or the refusal of unreadable XML. */
    static List<Refusal> read(String resource, byte[] content, BiConsumer<Element, Found> judge) {
        List<Refusal> refusals = new ArrayList<>();
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(content))
                    .getDocumentElement();
            judge.accept(root, new Found(resource, refusals));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            refusals.add(new Refusal(resource, "document", null, "is not readable XML of a model"));
        }
        return refusals;
    }

    /** Collects refusals of one resource. */
    record Found(String resource, List<Refusal> refusals) {

        void element(Element element, String reason) {
            refusals.add(new Refusal(resource, name(element), null, reason));
        }

        void attribute(Attr attribute, String reason) {
            refusals.add(new Refusal(resource, name(attribute.getOwnerElement()), attribute.getName(), reason));
        }

        void missing(Element element, String attribute) {
            refusals.add(new Refusal(resource, name(element), attribute, "is missing"));
        }
    }

    /** The element's own words, without those of elements inside. */
    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Text words) {
                text.append(words.getData());
            }
        }
        return text.toString();
    }

    static List<Attr> attributes(Element element) {
        List<Attr> attributes = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                attributes.add(attribute);
            }
        }
        return attributes;
    }

    static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    static String namespace(Node node) {
        return node.getNamespaceURI() == null ? "" : node.getNamespaceURI();
    }

    static String name(Element element) {
        String id = element.getAttribute("id");
        return element.getTagName() + (id.isEmpty() ? "" : " " + id);
    }

    /** Whether the engine would take any part of this text for an expression. */
    static boolean holdsExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }
}
