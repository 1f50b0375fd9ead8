package io.simbaerp.invoice.web;

import io.simbaerp.invoice.coding.CodableLine;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.ledger.dimension.EnteredDimensions;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody entered into the coding form, kept as a draft or refused: it is shown again, so that nothing has to be
 * typed twice.
 *
 * @param dimensions of each row, by the codes of axes
 * @param open whether a row is still the system's proposal, which nobody has accepted
 * @param version that of the invoice it was entered for; nothing once its change was shown
 */
record EnteredCoding(
        List<String> lines,
        List<String> accounts,
        List<String> costCentres,
        List<Map<String, String>> dimensions,
        List<String> taxCodes,
        List<String> nets,
        List<String> open,
        @Nullable String vatPeriod,
        @Nullable String vatPeriodReason,
        @Nullable LocalDate postingDate,
        @Nullable Integer version) {

    /** The coding among a form's fields, if there is any. */
    static Optional<EnteredCoding> of(Map<String, List<String>> fields) {
        return fields.containsKey("line")
                ? Optional.of(new EnteredCoding(
                        values(fields, "line"),
                        values(fields, "account"),
                        values(fields, "costCentre"),
                        IntStream.range(0, values(fields, "line").size())
                                .mapToObj(row -> EnteredDimensions.of(fields, row))
                                .toList(),
                        values(fields, "taxCode"),
                        values(fields, "net"),
                        values(fields, "open"),
                        first(fields, "vatPeriod"),
                        first(fields, "vatPeriodReason"),
                        date(first(fields, "postingDate")),
                        version(first(fields, "version"))))
                : Optional.empty();
    }

    List<CodingPage.Row> rows(InvoiceDetails details, Map<String, String> accountNames) {
        Map<String, CodableLine> codable = CodableLine.byKey(details.invoice());
        List<CodingPage.Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            CodableLine line = codable.get(lines.get(i));
            if (line != null) {
                String account = at(accounts, i);
                rows.add(new CodingPage.Row(
                        line.key(),
                        line.text(),
                        line.net(),
                        account,
                        accountNames.getOrDefault(account, ""),
                        at(costCentres, i),
                        dimensions.get(i),
                        at(taxCodes, i),
                        at(nets, i),
                        at(open, i).equals("true")));
            }
        }
        return rows;
    }

    private static String at(List<String> values, int i) {
        return i < values.size() ? values.get(i) : "";
    }

    private static List<String> values(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of());
    }

    private static @Nullable String first(Map<String, List<String>> fields, String name) {
        List<String> values = values(fields, name);
        return values.isEmpty() ? null : values.get(0);
    }

    private static @Nullable Integer version(@Nullable String text) {
        return text == null || !text.matches("[0-9]{1,9}") ? null : Integer.valueOf(text);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
