package io.simbaerp.integration.xml;

import io.simbaerp.invoice.received.Attachment;
import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.InvoicingPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Terms of EN 16931 that both of its syntaxes, UBL and CII, write with the same attributes. */
public final class InvoiceTerms {

    private InvoiceTerms() {}

    /** An identifier with the scheme it is of; null where there is none. */
    public static @Nullable Identifier identifier(XmlElement element) {
        String value = element.text();
        return value == null ? null : Identifier.of(value, element.attribute("schemeID"));
    }

    /** The classes of an item (BT-158), each with its list and the list's version. */
    public static List<Identifier> classifications(List<XmlElement> codes) {
        List<Identifier> classifications = new ArrayList<>();
        for (XmlElement code : codes) {
            String value = code.text();
            if (value != null) {
                classifications.add(new Identifier(value, code.attribute("listID"), code.attribute("listVersionID")));
            }
        }
        return classifications;
    }

    /** A period with at least one end; null where neither is said. */
    public static @Nullable InvoicingPeriod period(@Nullable LocalDate start, @Nullable LocalDate end) {
        return start == null && end == null ? null : new InvoicingPeriod(start, end);
    }

    /** A file carried inside (BT-125); null where there is none. */
    public static @Nullable Attachment attachment(XmlElement binary) {
        if (!binary.exists()) {
            return null;
        }
        return new Attachment(
                Objects.requireNonNullElse(binary.attribute("filename"), ""),
                Objects.requireNonNullElse(binary.attribute("mimeCode"), "application/octet-stream"),
                binary.bytes());
    }
}
