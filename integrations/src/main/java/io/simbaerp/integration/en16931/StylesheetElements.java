package io.simbaerp.integration.en16931;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Finding one's way in a stylesheet's elements. */
final class StylesheetElements {

    static final String XSL = "http://www.w3.org/1999/XSL/Transform";
    static final String SVRL = "http://purl.oclc.org/dsdl/svrl";

    private StylesheetElements() {}

    /** Every element of the name at or below the given one, in document order. */
    static List<Element> all(Element root, String namespace, String name) {
        List<Element> found = new ArrayList<>();
        collect(root, namespace, name, found);
        return found;
    }

    static boolean isXsl(Element element, String name) {
        return XSL.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
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

    private static void collect(Element element, String namespace, String name, List<Element> found) {
        if (namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName())) {
            found.add(element);
        }
        children(element).forEach(child -> collect(child, namespace, name, found));
    }
}
