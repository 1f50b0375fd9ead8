package io.simbaerp.integration.ksef;

import io.simbaerp.integration.xml.XmlElement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A block of the data attachment of FA(3), such as meter readings, written down as text. */
final class FaAttachment {

    private FaAttachment() {}

    static String text(XmlElement block) {
        return lines(Stream.concat(
                Stream.of(
                        block.text("ZNaglowek"),
                        pairs(block.all("MetaDane"), "ZKlucz", "ZWartosc"),
                        lines(block.all("Tekst/Akapit").stream().map(XmlElement::text))),
                block.all("Tabela").stream().map(FaAttachment::table)));
    }

    private static String table(XmlElement table) {
        return lines(Stream.concat(
                Stream.of(
                        pairs(table.all("TMetaDane"), "TKlucz", "TWartosc"),
                        table.text("Opis"),
                        cells(table.all("TNaglowek/Kol/NKom"))),
                Stream.concat(
                        table.all("Wiersz").stream().map(row -> cells(row.all("WKom"))),
                        Stream.of(cells(table.all("Suma/SKom"))))));
    }

    private static String pairs(List<XmlElement> elements, String key, String value) {
        return lines(elements.stream().map(element -> element.text(key) + ": " + element.text(value)));
    }

    private static String cells(List<XmlElement> cells) {
        return cells.stream()
                .map(cell -> Objects.requireNonNullElse(cell.text(), ""))
                .collect(Collectors.joining(" | "));
    }

    private static String lines(Stream<@Nullable String> parts) {
        return parts.filter(part -> part != null && !part.isBlank()).collect(Collectors.joining("\n"));
    }
}
