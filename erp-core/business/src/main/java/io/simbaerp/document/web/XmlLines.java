package io.simbaerp.document.web;

import io.simbaerp.document.web.OriginalView.Line;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * XML from strangers, set in line by line. Document types are not read, so nothing is fetched or expanded.
 */
final class XmlLines {

    static final int MOST_LINES = 4_000;
    private static final int MOST_OF_A_TEXT = 400;
    private static final int DEEPEST = 12;
    /** An encoding that was right for the bytes says nothing about text. */
    private static final Pattern DECLARATION = Pattern.compile("^\\s*\\uFEFF?\\s*<\\?xml[^>]*\\?>");

    private final List<Line> lines = new ArrayList<>();
    private int depth;
    private String opened = "";
    private final StringBuilder text = new StringBuilder();

    private XmlLines() {}

    /** Its lines; none if it is broken anywhere, since half of it would look like all of it. */
    static List<Line> of(String source) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XmlLines made = new XmlLines();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(
                    new StringReader(DECLARATION.matcher(source).replaceFirst("")));
            while (reader.hasNext() && made.lines.size() < MOST_LINES) {
                made.take(reader.next(), reader);
            }
        } catch (XMLStreamException unreadable) {
            return List.of();
        }
        return made.lines;
    }

    private void take(int event, XMLStreamReader reader) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                flushOpened();
                opened = "<" + reader.getLocalName() + attributes(reader) + ">";
                depth++;
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
            case XMLStreamConstants.END_ELEMENT -> close("</" + reader.getLocalName() + ">");
            case XMLStreamConstants.COMMENT -> {
                flushOpened();
                add(depth, "<!--" + shortened(reader.getText()) + "-->", null, "");
            }
            default -> {}
        }
    }

    private void close(String tag) {
        depth--;
        if (opened.isEmpty()) {
            flushOpened();
            add(depth, "", null, tag);
        } else {
            add(depth, opened, text.toString().isBlank() ? null : shortened(text.toString()), tag);
            opened = "";
        }
        text.setLength(0);
    }

    /** An element that has parts starts a line of its own; so does text between parts. */
    private void flushOpened() {
        if (!opened.isEmpty()) {
            add(depth - 1, opened, null, "");
            opened = "";
        }
        if (!text.toString().isBlank()) {
            add(depth, "", shortened(text.toString()), "");
        }
        text.setLength(0);
    }

    private void add(int at, String open, @Nullable String inner, String tag) {
        lines.add(new Line(Math.max(0, Math.min(at, DEEPEST)), open, inner, tag));
    }

    private static String attributes(XMLStreamReader reader) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String prefix = reader.getAttributePrefix(i);
            attributes
                    .append(' ')
                    .append(prefix == null || prefix.isEmpty() ? "" : prefix + ":")
                    .append(reader.getAttributeLocalName(i))
                    .append("=\"")
                    .append(reader.getAttributeValue(i))
                    .append('"');
        }
        return attributes.toString();
    }

    /** An attachment in an invoice is megabytes of letters nobody reads. */
    private static String shortened(String text) {
        String bare = text.strip();
        return bare.length() <= MOST_OF_A_TEXT ? bare : bare.substring(0, MOST_OF_A_TEXT) + "…";
    }
}
