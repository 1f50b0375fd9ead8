package io.simbaerp.reporting.work;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.reporting.Report;
import io.simbaerp.reporting.ReportInput;
import io.simbaerp.reporting.ReportRequest;
import io.simbaerp.reporting.ReportTable;
import io.simbaerp.reporting.ReportTable.Cell;
import io.simbaerp.reporting.ReportTable.Column;
import io.simbaerp.reporting.ReportTable.Hours;
import io.simbaerp.reporting.ReportTable.Kind;
import io.simbaerp.reporting.ReportTable.Row;
import io.simbaerp.reporting.ReportTable.Style;
import io.simbaerp.reporting.ReportWords;
import io.simbaerp.task.sla.SlaFilter;
import io.simbaerp.task.sla.SlaReport;
import io.simbaerp.task.sla.SlaRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether tasks were done in time, by step and, if wanted, person and month. */
@Query(Duty.VIEW_LEDGER)
class TaskTimes implements Report {

    private static final List<String> PER = List.of("step", "month", "person", "all");

    private final SlaReport sla;
    private final TaskWords taskWords;
    private final ReportWords words;
    private final CurrentActor currentActor;

    TaskTimes(SlaReport sla, TaskWords taskWords, ReportWords words, CurrentActor currentActor) {
        this.sla = sla;
        this.taskWords = taskWords;
        this.words = words;
        this.currentActor = currentActor;
    }

    @Override
    public String name() {
        return "task-times";
    }

    @Override
    public Shelf shelf() {
        return Shelf.WORK;
    }

    @Override
    public List<ReportInput> inputs(ReportRequest request) {
        List<SlaRow> known = sla.rows(everything(request), false, true);
        List<ReportInput> inputs = new ArrayList<>(words.period(AskedTasks.from(request), AskedTasks.until(request)));
        inputs.add(words.choice("per", per(request), PER));
        inputs.add(words.choiceOf(
                "process",
                request.text("process", ""),
                options("all-processes", known.stream().map(SlaRow::process), taskWords::process)));
        inputs.add(words.choiceOf(
                "person",
                request.text("person", ""),
                options(
                        "all-people",
                        known.stream()
                                .map(SlaRow::person)
                                .filter(Objects::nonNull)
                                .map(Object::toString),
                        person -> taskWords.who(java.util.UUID.fromString(person), null))));
        return inputs;
    }

    @Override
    public ReportTable table(ReportRequest request, int limit) {
        String per = per(request);
        List<SlaRow> rows = sla.rows(
                AskedTasks.filter(request),
                per.equals("month") || per.equals("all"),
                per.equals("person") || per.equals("all"));
        List<String> facts = new ArrayList<>(List.of(
                words.days(AskedTasks.from(request), AskedTasks.until(request)), words.word("task-times-hours")));
        if (!currentActor.get().may(Duty.VIEW_MODEL)) {
            facts.add(words.word("task-times-sight"));
        }
        return new ReportTable(
                facts,
                null,
                columns(per),
                rows.stream().map(row -> row(row, per, request)).toList(),
                rows.isEmpty() ? List.of() : List.of(total(rows, per)),
                List.of(),
                null);
    }

    private static String per(ReportRequest request) {
        String per = request.text("per", "step");
        return PER.contains(per) ? per : "step";
    }

    private List<ReportInput.Option> options(
            String all, Stream<String> values, java.util.function.UnaryOperator<String> word) {
        return Stream.concat(
                        Stream.of(new ReportInput.Option("", words.word(all))),
                        values.distinct()
                                .map(value -> new ReportInput.Option(value, word.apply(value)))
                                .sorted(Comparator.comparing(ReportInput.Option::label)))
                .toList();
    }

    /** What could be chosen within the days. */
    private static SlaFilter everything(ReportRequest request) {
        return AskedTasks.filter(request.with("process", null)
                .with("step", null)
                .with("person", null)
                .with("duty", null));
    }

    private List<Column> columns(String per) {
        List<Column> columns = new ArrayList<>(List.of(words.text("process", ""), words.text("step", "")));
        if (!per.equals("step") && !per.equals("month")) {
            columns.add(words.text("who", ""));
        }
        if (!per.equals("step") && !per.equals("person")) {
            columns.add(words.text("month", "w-date"));
        }
        Stream.of("tasks", "inTime", "lateTasks", "openLate").map(words::figure).forEach(columns::add);
        columns.add(new Column("share", words.word("column.share"), null, Kind.PERCENT, "w-figure"));
        Stream.of("median", "ninety").map(words::figure).forEach(columns::add);
        return columns;
    }

    private Row row(SlaRow row, String per, ReportRequest request) {
        String href = "/reports/timed-tasks?" + behind(row, request).query();
        List<Cell> cells = new ArrayList<>(
                List.of(Cell.of(taskWords.process(row.process())), new Cell(taskWords.step(row.step()), href)));
        if (!per.equals("step") && !per.equals("month")) {
            cells.add(new Cell(taskWords.who(row.person(), row.duties()), href));
        }
        if (!per.equals("step") && !per.equals("person")) {
            LocalDate month = row.month();
            cells.add(new Cell(month == null ? "" : words.month(month), href));
        }
        Stream.of(row.count(), row.inTime(), row.late(), row.openLate())
                .map(figure -> new Cell(figure, href))
                .forEach(cells::add);
        cells.add(Cell.of(share(row.inTime(), row.count())));
        cells.add(Cell.of(Hours.of(row.medianHours())));
        cells.add(Cell.of(Hours.of(row.ninetiethHours())));
        return new Row(Style.PLAIN, 0, cells);
    }

    /** Exactly the tasks of a row. */
    private static ReportRequest behind(SlaRow row, ReportRequest request) {
        LocalDate month = row.month();
        LocalDate from = AskedTasks.from(request);
        LocalDate until = AskedTasks.until(request);
        LocalDate last = month == null ? until : month.plusMonths(1).minusDays(1);
        return request.with("per", null)
                .with("process", row.process())
                .with("step", row.step())
                .with("person", row.person() == null ? request.text("person") : row.person())
                .with("duty", row.duties())
                .with("from", month == null || month.isBefore(from) ? from : month)
                .with("to", last.isAfter(until) ? until : last);
    }

    private Row total(List<SlaRow> rows, String per) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(words.word("total"))));
        int texts = columns(per).size() - 7;
        for (int text = 1; text < texts; text++) {
            cells.add(Cell.EMPTY);
        }
        long count = sum(rows, SlaRow::count);
        long inTime = sum(rows, SlaRow::inTime);
        cells.add(Cell.of(count));
        cells.add(Cell.of(inTime));
        cells.add(Cell.of(sum(rows, SlaRow::late)));
        cells.add(Cell.of(sum(rows, SlaRow::openLate)));
        cells.add(Cell.of(share(inTime, count)));
        // A median of medians is none.
        cells.add(Cell.EMPTY);
        cells.add(Cell.EMPTY);
        return new Row(Style.STRONG, 0, cells);
    }

    private static long sum(List<SlaRow> rows, ToLongFunction<SlaRow> figure) {
        return rows.stream().mapToLong(figure).sum();
    }

    private static @Nullable BigDecimal share(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(100 * part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
