package io.simbaerp.invoice.web;

import io.simbaerp.invoice.coding.CodableLine;
import io.simbaerp.invoice.content.InvoiceDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What somebody entered into the coding form that was refused: it is shown again, so that nothing has to be typed twice. */
record EnteredCoding(
        List<String> lines,
        List<String> accounts,
        List<String> costCentres,
        List<String> taxCodes,
        List<String> nets,
        @Nullable String vatPeriod,
        @Nullable LocalDate postingDate) {

    /** What the present request carries, if it is one of that form. */
    static Optional<EnteredCoding> present() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                        && attributes.getRequest().getMethod().equals("POST")
                        && attributes.getRequest().getParameterValues("line") != null
                ? Optional.of(of(attributes.getRequest()))
                : Optional.empty();
    }

    private static EnteredCoding of(HttpServletRequest request) {
        return new EnteredCoding(
                values(request, "line"),
                values(request, "account"),
                values(request, "costCentre"),
                values(request, "taxCode"),
                values(request, "net"),
                request.getParameter("vatPeriod"),
                date(request.getParameter("postingDate")));
    }

    List<CodingPage.Row> rows(InvoiceDetails details, Map<String, String> accountNames) {
        Map<String, CodableLine> codable = CodableLine.of(details.invoice()).stream()
                .collect(Collectors.toMap(CodableLine::key, Function.identity()));
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
                        at(taxCodes, i),
                        at(nets, i),
                        false));
            }
        }
        return rows;
    }

    private static String at(List<String> values, int i) {
        return i < values.size() ? values.get(i) : "";
    }

    private static List<String> values(HttpServletRequest request, String name) {
        return List.of(Objects.requireNonNullElse(request.getParameterValues(name), new String[0]));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
