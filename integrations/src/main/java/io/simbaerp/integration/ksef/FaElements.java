package io.simbaerp.integration.ksef;

import io.simbaerp.integration.xml.XmlOutput;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the elements of an FA one after another. What has no value is left out; what the schema cannot hold is refused. */
final class FaElements {

    private static final int SHORT_TEXT = 256;
    static final int LONG_TEXT = 512;
    static final int FOOTER_TEXT = 3500;
    private static final int AMOUNT_DECIMALS = 2;
    private static final int PRICE_DECIMALS = 8;
    private static final int QUANTITY_DECIMALS = 6;

    private final XmlOutput xml;

    FaElements(String namespace, String rootElement) {
        xml = new XmlOutput(Map.of("", namespace), rootElement);
    }

    /** The whole file. */
    byte[] finish() {
        return xml.finish();
    }

    /** An element with what is written inside. */
    void group(String name, Runnable content) {
        xml.requiredGroup(name, content);
    }

    /** The element that names the form: its name, its system code and the version of its schema. */
    void form(String element, String name, String systemCode, String version) {
        xml.text(element, name, "kodSystemowy", systemCode, "wersjaSchemy", version);
    }

    void text(String name, @Nullable Object value) {
        text(name, value, SHORT_TEXT);
    }

    void text(String name, @Nullable Object value, int longest) {
        String text = value == null ? "" : value.toString().strip().replaceAll("\\s+", " ");
        if (text.length() > longest) {
            throw new IllegalArgumentException(name + " is longer than " + longest + " characters: " + text);
        }
        xml.text(name, text);
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
}
