package io.simbaerp.integration.xml;

import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.pattern.NameTest;
import net.sf.saxon.tree.iter.AxisIterator;
import org.jspecify.annotations.Nullable;

/**
 * An element of a received file, or the absence of one: a path that leads nowhere gives an absent element, whose values
 * are all {@code null}. Unreadable values are noted as problems and then count as absent.
 */
public final class XmlElement {

    /** What xsd:decimal allows, within reason: no exponent that would blow a number up. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?=[.]?[0-9])[0-9]{0,25}(?:[.][0-9]{0,25})?");

    private static final Pattern COMPACT_DATE = Pattern.compile("[0-9]{8}(?:[0-9]{4,6})?");
    private static final Pattern ISO_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[TZ+-].*)?");
    private static final int LONGEST_QUOTE = 60;

    private final @Nullable NodeInfo node;
    private final XmlNames names;
    private final ReadingProblems problems;

    public XmlElement(@Nullable NodeInfo node, XmlNames names, ReadingProblems problems) {
        this.node = node;
        this.names = names;
        this.problems = problems;
    }

    public boolean exists() {
        return node != null;
    }

    /** An absent element of the same file. */
    public XmlElement absent() {
        return new XmlElement(null, names, problems);
    }

    /** The local name; empty for an absent element. */
    public String name() {
        return node == null ? "" : node.getLocalPart();
    }

    /** The first element the path leads to through first elements' siblings, or an absent one. */
    public XmlElement first(String path) {
        NodeInfo found = node == null ? null : first(node, names.path(path), 0);
        return new XmlElement(found, names, problems);
    }

    /** Every element the path leads to, in document order. */
    public List<XmlElement> all(String path) {
        List<XmlElement> found = new ArrayList<>();
        if (node != null) {
            collect(node, names.path(path), 0, found);
        }
        return found;
    }

    /** Text without surrounding white space; {@code null} when absent or empty. */
    public @Nullable String text() {
        if (node == null) {
            return null;
        }
        String text = node.getStringValue().strip();
        return text.isEmpty() ? null : text;
    }

    public @Nullable String text(String path) {
        return first(path).text();
    }

    public @Nullable String attribute(String name) {
        String value = node == null ? null : node.getAttributeValue(NamespaceUri.NULL, name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    public @Nullable BigDecimal decimal(String path) {
        return first(path).decimal();
    }

    public @Nullable BigDecimal decimal() {
        String text = text();
        if (text == null) {
            return null;
        }
        if (!DECIMAL.matcher(text).matches()) {
            unreadable(text, "a number");
            return null;
        }
        return new BigDecimal(text);
    }

    /** The amount at the path in the given currency; another {@code currencyID} is noted as a problem. */
    public @Nullable Money money(String path, CurrencyCode currency) {
        return first(path).money(currency);
    }

    public @Nullable Money money(CurrencyCode currency) {
        BigDecimal amount = decimal();
        if (amount == null) {
            return null;
        }
        String stated = attribute("currencyID");
        if (stated != null && !stated.equals(currency.code())) {
            problems.add(
                    ReadingProblems.OTHER_CURRENCY,
                    place(),
                    "The amount is stated in " + quote(stated) + ", the invoice in " + currency + ".");
        }
        return new Money(amount, currency);
    }

    public @Nullable LocalDate date(String path) {
        return first(path).date();
    }

    /** A date as UBL writes it (2026-11-22, a time zone is ignored) or as CII does (20261122, format 102). */
    public @Nullable LocalDate date() {
        String text = text();
        if (text == null) {
            return null;
        }
        try {
            if (ISO_DATE.matcher(text).matches()) {
                return LocalDate.parse(text.substring(0, 10));
            }
            if (COMPACT_DATE.matcher(text).matches()) {
                return LocalDate.parse(text.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
            }
        } catch (DateTimeException impossible) {
            unreadable(text, "a date that exists");
            return null;
        }
        unreadable(text, "a date");
        return null;
    }

    public @Nullable CurrencyCode currency(String path) {
        return first(path).currency();
    }

    public @Nullable CurrencyCode currency() {
        String text = text();
        if (text == null) {
            return null;
        }
        try {
            return CurrencyCode.of(text);
        } catch (IllegalArgumentException unknown) {
            unreadable(text, "a currency of ISO 4217");
            return null;
        }
    }

    /** Decoded base64; empty when it cannot be decoded, which is noted. */
    public byte[] bytes() {
        String text = text();
        if (text == null) {
            return new byte[0];
        }
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException broken) {
            unreadable(text, "base64");
            return new byte[0];
        }
    }

    /** Where this element stands, such as {@code Invoice/InvoiceLine[2]/Price}. */
    public String place() {
        StringBuilder place = new StringBuilder();
        for (NodeInfo at = node; at != null && at.getParent() != null; at = at.getParent()) {
            int position = position(at);
            place.insert(0, "/" + at.getLocalPart() + (position > 1 ? "[" + position + "]" : ""));
        }
        return place.isEmpty() ? "" : place.substring(1);
    }

    private void unreadable(String text, String expected) {
        problems.add(ReadingProblems.UNREADABLE_VALUE, place(), quote(text) + " is not " + expected + ".");
    }

    private static String quote(String text) {
        return "'" + (text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...") + "'";
    }

    private static int position(NodeInfo node) {
        int position = 1;
        AxisIterator before = node.iterateAxis(AxisInfo.PRECEDING_SIBLING);
        for (NodeInfo other = before.next(); other != null; other = before.next()) {
            if (other.getLocalPart().equals(node.getLocalPart())) {
                position++;
            }
        }
        return position;
    }

    private static @Nullable NodeInfo first(NodeInfo from, NameTest[] path, int step) {
        AxisIterator children = from.iterateAxis(AxisInfo.CHILD, path[step]);
        for (NodeInfo child = children.next(); child != null; child = children.next()) {
            NodeInfo found = step + 1 == path.length ? child : first(child, path, step + 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private void collect(NodeInfo from, NameTest[] path, int step, List<XmlElement> found) {
        AxisIterator children = from.iterateAxis(AxisInfo.CHILD, path[step]);
        for (NodeInfo child = children.next(); child != null; child = children.next()) {
            if (step + 1 == path.length) {
                found.add(new XmlElement(child, names, problems));
            } else {
                collect(child, path, step + 1, found);
            }
        }
    }
}
