package io.simbaerp.demo;

import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVRecord;

/**
 * An entry the demo posts each month.
 *
 * @param first the first month it is made for; 0 for the month before the year
 * @param later how many months after that one it is dated
 * @param open for how many months a claim stays open; what settles it is posted only for months before those
 */
record DemoEntry(
        String key,
        int first,
        int last,
        int later,
        int dayOfMonth,
        String journal,
        int open,
        String number,
        String text,
        List<Line> lines) {

    /** What a month sells beside the average one, January first. In hundredths, so that amounts stay exact. */
    private static final int[] SEASON = {92, 88, 104, 108, 112, 105, 94, 90, 110, 116, 120, 131};

    private static final String VARIES = "~";

    /** A line as the table has it; an amount behind a tilde follows the season. */
    record Line(String customer, String account, Side side, String amount, String costCentre) {}

    /** A customer and the days it has to pay. */
    record Customer(UUID party, int terms) {}

    static Collection<DemoEntry> all() {
        Map<String, DemoEntry> entries = new LinkedHashMap<>();
        for (CSVRecord row : DemoTable.rows("books.csv")) {
            entries.computeIfAbsent(row.get("entry"), key -> head(key, row))
                    .lines
                    .add(line(row));
        }
        return entries.values();
    }

    private static DemoEntry head(String key, CSVRecord row) {
        return new DemoEntry(
                key,
                Integer.parseInt(row.get("first")),
                Integer.parseInt(row.get("last")),
                Integer.parseInt(row.get("later")),
                Integer.parseInt(row.get("day")),
                row.get("journal"),
                row.get("open").isEmpty() ? 0 : Integer.parseInt(row.get("open")),
                row.get("number"),
                row.get("text"),
                new ArrayList<>());
    }

    private static Line line(CSVRecord row) {
        return new Line(
                row.get("customer"),
                row.get("account"),
                Side.valueOf(row.get("side")),
                row.get("amount"),
                row.get("costCentre"));
    }

    boolean isOpening() {
        return first == 0;
    }

    LocalDate day(YearMonth month) {
        return month.plusMonths(later).atDay(dayOfMonth);
    }

    /** Whether it belongs to the month, its day has come, and what it settles is not left open. */
    boolean isMadeFor(YearMonth month, LocalDate today) {
        int number = month.getYear() < today.getYear() ? 0 : month.getMonthValue();
        return first <= number && number <= last && !day(month).isAfter(today) && !(later > 0 && isOpen(month, today));
    }

    String inMonth(String pattern, YearMonth month) {
        return pattern.replace("{mm}", "%02d".formatted(month.getMonthValue()))
                .replace("{yyyy}", String.valueOf(month.getYear()));
    }

    List<LineDraft> lines(YearMonth month, LocalDate today, Map<String, Customer> customers) {
        return lines.stream().map(line -> draft(line, month, today, customers)).toList();
    }

    private LineDraft draft(Line line, YearMonth month, LocalDate today, Map<String, Customer> customers) {
        Money amount = amount(line, month);
        String costCentre = line.costCentre().isEmpty() ? null : line.costCentre();
        Customer customer = customers.get(line.customer());
        LocalDate due = customer != null && later == 0 && isOpen(month, today)
                ? day(month).plusDays(customer.terms())
                : null;
        return new LineDraft(
                line.account(),
                line.side(),
                amount,
                null,
                null,
                customer == null ? null : customer.party(),
                null,
                due,
                costCentre,
                null,
                due != null,
                false);
    }

    private static Money amount(Line line, YearMonth month) {
        BigDecimal amount = new BigDecimal(line.amount().replace(VARIES, ""));
        if (line.amount().startsWith(VARIES)) {
            amount = amount.multiply(BigDecimal.valueOf(SEASON[month.getMonthValue() - 1], 2));
        }
        return new Money(amount.setScale(2), CurrencyCode.PLN);
    }

    private boolean isOpen(YearMonth month, LocalDate today) {
        return open > 0 && month.isAfter(YearMonth.from(today).minusMonths(open));
    }
}
