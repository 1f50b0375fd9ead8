package io.simbaerp.integration.xml;

import io.simbaerp.invoice.received.Attachment;
import io.simbaerp.money.Money;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file element by element, with the prefixes of its specification. What has no value is left out, and so is a
 * group in which nothing was written: XML formats of invoices allow no empty elements.
 */
public final class XmlOutput {

    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<String, String> prefixes;
    private final Deque<String> announced = new ArrayDeque<>();
    private final XMLStreamWriter xml;

    /**
     * @param prefixes prefix to namespace; names without a prefix are in that of the empty one
     * @param root the name of the root element
     */
    public XmlOutput(Map<String, String> prefixes, String root) {
        this.prefixes = new TreeMap<>(prefixes);
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            start(root);
            for (Map.Entry<String, String> each : this.prefixes.entrySet()) {
                xml.writeNamespace(each.getKey(), each.getValue());
            }
        } catch (XMLStreamException impossible) {
            throw inMemory(impossible);
        }
    }

    /** An element around what is written inside; nothing if that is nothing. */
    public void group(String name, Runnable content) {
        announced.addLast(name);
        content.run();
        if (announced.isEmpty()) {
            end();
        } else {
            announced.removeLast();
        }
    }

    /** An element that stands there even if nothing is written inside. */
    public void requiredGroup(String name, Runnable content) {
        openAnnounced();
        start(name);
        content.run();
        end();
    }

    /**
     * An element with text.
     *
     * @param attributes names and values in turn; one without a value is left out
     * @throws IllegalArgumentException if the text has a character that XML can't hold
     */
    public void text(String name, @Nullable String value, @Nullable String... attributes) {
        if (value == null || value.isBlank()) {
            return;
        }
        openAnnounced();
        start(name);
        try {
            for (int each = 0; each + 1 < attributes.length; each += 2) {
                String attribute = attributes[each];
                String content = attributes[each + 1];
                if (attribute != null && content != null) {
                    xml.writeAttribute(attribute, writable(name, content));
                }
            }
            xml.writeCharacters(writable(name, value));
        } catch (XMLStreamException impossible) {
            throw inMemory(impossible);
        }
        end();
    }

    public void date(String name, @Nullable LocalDate date) {
        text(name, date == null ? null : date.toString());
    }

    public void number(String name, @Nullable BigDecimal number, @Nullable String... attributes) {
        text(name, number == null ? null : number.toPlainString(), attributes);
    }

    /** An amount with its currency as the attribute {@code currencyID}. */
    public void amount(String name, @Nullable Money money) {
        if (money != null) {
            number(name, money.amount(), "currencyID", money.currency().code());
        }
    }

    /** An amount in the currency of the file. */
    public void bareAmount(String name, @Nullable Money money) {
        number(name, money == null ? null : money.amount());
    }

    /**
     * A file carried inside.
     *
     * @throws IllegalArgumentException if its bytes are not at hand
     */
    public void attachment(String name, @Nullable Attachment attachment) {
        if (attachment == null) {
            return;
        }
        byte[] content = attachment
                .content()
                .orElseThrow(() -> new IllegalArgumentException("The bytes of " + attachment + " are not at hand"));
        text(
                name,
                Base64.getEncoder().encodeToString(content),
                "mimeCode",
                attachment.mediaType(),
                "filename",
                attachment.fileName());
    }

    /** The whole file. */
    public byte[] finish() {
        try {
            xml.writeEndDocument();
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException impossible) {
            throw inMemory(impossible);
        }
    }

    private void openAnnounced() {
        while (!announced.isEmpty()) {
            start(announced.removeFirst());
        }
    }

    private void start(String name) {
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        String namespace = prefixes.get(prefix);
        if (namespace == null) {
            throw new IllegalArgumentException("No namespace for " + name);
        }
        try {
            xml.writeStartElement(prefix, name.substring(colon + 1), namespace);
        } catch (XMLStreamException impossible) {
            throw inMemory(impossible);
        }
    }

    private void end() {
        try {
            xml.writeEndElement();
        } catch (XMLStreamException impossible) {
            throw inMemory(impossible);
        }
    }

    private static String writable(String name, String text) {
        if (NOT_XML.matcher(text).find()) {
            throw new IllegalArgumentException(name + " has a character that XML can't hold");
        }
        return text;
    }

    private static IllegalStateException inMemory(XMLStreamException impossible) {
        return new IllegalStateException("XML is written to memory", impossible);
    }
}
