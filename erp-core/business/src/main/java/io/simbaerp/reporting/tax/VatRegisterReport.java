package io.simbaerp.reporting.tax;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.report.EntriesByKey;
import io.simbaerp.page.Page;
import io.simbaerp.reporting.Report;
import io.simbaerp.reporting.ReportInput;
import io.simbaerp.reporting.ReportRequest;
import io.simbaerp.reporting.ReportTable;
import io.simbaerp.reporting.ReportTable.Cell;
import io.simbaerp.reporting.ReportTable.Row;
import io.simbaerp.reporting.ReportTable.Style;
import io.simbaerp.reporting.ReportWords;
import io.simbaerp.tax.VatDirection;
import io.simbaerp.tax.VatRegister;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The VAT register of a month, purchases or sales: row by row, below them the sums of each VAT code. */
@Query(Duty.VIEW_LEDGER)
class VatRegisterReport implements Report {

    private final VatRegister register;
    private final EntriesByKey entries;
    private final CurrentCompany currentCompany;
    private final ReportWords words;

    VatRegisterReport(VatRegister register, EntriesByKey entries, CurrentCompany currentCompany, ReportWords words) {
        this.register = register;
        this.entries = entries;
        this.currentCompany = currentCompany;
        this.words = words;
    }

    @Override
    public String name() {
        return "vat-register";
    }

    @Override
    public Shelf shelf() {
        return Shelf.TAX;
    }

    @Override
    public List<ReportInput> inputs(ReportRequest request) {
        return List.of(
                ReportInput.of("period", words.word("input.period"), ReportInput.Kind.TEXT, period(request)),
                words.choice(
                        "direction",
                        direction(request).name(),
                        Arrays.stream(VatDirection.values()).map(Enum::name).toList()));
    }

    /** @throws RuleViolation vat-register.period-unreadable, list.cursor-unknown */
    @Override
    public ReportTable table(ReportRequest request, int limit) {
        String period = period(request);
        VatDirection direction = direction(request);
        Page<VatRegister.Row> page = Page.cut(
                register.ofPeriod(period, direction, request.after(), limit + 1), limit, VatRegister.Row::cursor);
        Map<String, EntriesByKey.Entry> byKey = entries.of(
                page.items().stream().map(VatRegister.Row::postingKey).toList());
        return new ReportTable(
                List.of(currentCompany.get().name(), period, words.word("direction." + direction)),
                null,
                List.of(
                        words.text("document", ""),
                        words.text("entry", "w-number"),
                        words.date("documentDate"),
                        words.text("taxCode", "w-number"),
                        words.figure("base"),
                        words.figure("tax"),
                        words.figure("deductible")),
                page.items().stream()
                        .map(row -> row(row, byKey.get(row.postingKey())))
                        .toList(),
                page.items().isEmpty() ? List.of() : totals(period, direction),
                List.of(),
                page.next());
    }

    private List<Row> totals(String period, VatDirection direction) {
        return register.sums(period).stream()
                .filter(sum -> sum.direction() == direction)
                .map(sum -> Row.of(
                        Style.STRONG,
                        0,
                        Cell.of(words.word("total")),
                        Cell.EMPTY,
                        Cell.EMPTY,
                        Cell.of(sum.taxCode()),
                        Cell.of(sum.base()),
                        Cell.of(sum.tax()),
                        Cell.of(sum.deductibleTax())))
                .toList();
    }

    private static Row row(VatRegister.Row row, EntriesByKey.@Nullable Entry entry) {
        return Row.of(
                Style.PLAIN,
                0,
                Cell.document(row.documentNumber(), row.documentId()),
                entry == null
                        ? Cell.EMPTY
                        : new Cell(
                                entry.number(), "/ledger/entries/" + entry.id().value()),
                Cell.of(row.documentDate()),
                Cell.of(row.taxCode()),
                Cell.of(row.base()),
                Cell.of(row.tax()),
                Cell.of(row.deductibleTax()));
    }

    private static String period(ReportRequest request) {
        String period = request.text("period", YearMonth.from(request.today()).toString());
        if (!period.matches("\\d{4}-(0[1-9]|1[0-2])")) {
            throw RuleViolation.ofField("period", "vat-register.period-unreadable", period);
        }
        return period;
    }

    private static VatDirection direction(ReportRequest request) {
        return Arrays.stream(VatDirection.values())
                .filter(direction -> direction.name().equals(request.text("direction")))
                .findFirst()
                .orElse(VatDirection.INPUT);
    }
}
