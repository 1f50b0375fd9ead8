package io.simbaerp.integration.saft;

import io.simbaerp.intake.ContentReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An account or a transaction of the file, read as a whole: names without their namespace, text, and what lies below. */
final class SaftElement {

    private static final int DEEPEST = 30;
    private static final int LONGEST = 4000;

    private final String name;
    private final StringBuilder text = new StringBuilder();
    private final List<SaftElement> below = new ArrayList<>();

    private SaftElement(String name) {
        this.name = name;
    }

    /** The element the reader stands at; the reader stands at its end afterwards. */
    static SaftElement read(XMLStreamReader xml, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("deeper than " + DEEPEST + " elements", xml.getLocation());
        }
        SaftElement element = new SaftElement(xml.getLocalName());
        while (xml.next() != XMLStreamReader.END_ELEMENT) {
            ContentReader.goOn();
            if (xml.isStartElement()) {
                element.below.add(read(xml, depth + 1));
            } else if (xml.isCharacters() && element.text.length() < LONGEST) {
                element.text.append(xml.getText());
            }
        }
        return element;
    }

    /** Text of the first element below with this path, such as {@code DebitAmount/Amount}; empty for none. */
    String text(String path) {
        int slash = path.indexOf('/');
        String first = slash < 0 ? path : path.substring(0, slash);
        for (SaftElement one : below) {
            if (one.name.equals(first)) {
                return slash < 0 ? one.text.toString().strip() : one.text(path.substring(slash + 1));
            }
        }
        return "";
    }

    /** The elements below with this name. */
    List<SaftElement> all(String wanted) {
        return below.stream().filter(one -> one.name.equals(wanted)).toList();
    }
}
