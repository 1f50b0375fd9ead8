package io.simbaerp.integration.ksef;

import io.simbaerp.money.Money;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes the elements of an FA one after another. What has no value is left out; what the schema cannot hold is refused. */
final class FaElements {

    private static final int SHORT_TEXT = 256;
    static final int LONG_TEXT = 512;
    static final int FOOTER_TEXT = 3500;
    private static final int AMOUNT_DECIMALS = 2;
    private static final int PRICE_DECIMALS = 8;
    private static final int QUANTITY_DECIMALS = 6;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;

    FaElements(String namespace, String rootElement) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(rootElement);
            xml.writeDefaultNamespace(namespace);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("XML is written to memory", impossible);
        }
    }

    /** The whole file. */
    byte[] finish() {
        try {
            xml.writeEndDocument();
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("XML is written to memory", impossible);
        }
    }

    /** An element with what is written inside. */
    void group(String name, Runnable content) {
        try {
            xml.writeStartElement(name);
            content.run();
            xml.writeEndElement();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("XML is written to memory", impossible);
        }
    }

    void attribute(String name, String value) {
        try {
            xml.writeAttribute(name, value);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("XML is written to memory", impossible);
        }
    }

    void characters(String text) {
        try {
            xml.writeCharacters(text);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("XML is written to memory", impossible);
        }
    }

    void text(String name, @Nullable Object value) {
        text(name, value, SHORT_TEXT);
    }

    void text(String name, @Nullable Object value, int longest) {
        String text = value == null ? "" : value.toString().strip().replaceAll("\\s+", " ");
        if (text.length() > longest) {
            throw new IllegalArgumentException(name + " is longer than " + longest + " characters: " + text);
        }
        if (!text.isEmpty()) {
            group(name, () -> characters(text));
        }
    }

    /** A mark that stands there or does not. */
    void mark(String name, boolean set) {
        if (set) {
            text(name, "1");
        }
    }

    /** A mark that says yes or no. */
    void yesOrNo(String name, boolean yes) {
        text(name, yes ? "1" : "2");
    }

    void amount(String name, @Nullable Money money) {
        number(name, money == null ? null : money.amount(), AMOUNT_DECIMALS, AMOUNT_DECIMALS);
    }

    void price(String name, @Nullable Money money) {
        number(name, money == null ? null : money.amount(), AMOUNT_DECIMALS, PRICE_DECIMALS);
    }

    void quantity(String name, @Nullable BigDecimal number) {
        number(name, number, 0, QUANTITY_DECIMALS);
    }

    private void number(String name, @Nullable BigDecimal number, int least, int most) {
        if (number == null) {
            return;
        }
        BigDecimal bare = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (bare.scale() > most) {
            throw new IllegalArgumentException(
                    name + " has more than " + most + " decimals: " + number.toPlainString());
        }
        text(name, bare.setScale(Math.max(least, Math.max(0, bare.scale()))).toPlainString());
    }

    @Override
    public String toString() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
