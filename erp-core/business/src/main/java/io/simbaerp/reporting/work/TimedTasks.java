package io.simbaerp.reporting.work;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.page.Formats;
import io.simbaerp.page.Page;
import io.simbaerp.reporting.Report;
import io.simbaerp.reporting.ReportInput;
import io.simbaerp.reporting.ReportRequest;
import io.simbaerp.reporting.ReportTable;
import io.simbaerp.reporting.ReportTable.Cell;
import io.simbaerp.reporting.ReportTable.Hours;
import io.simbaerp.reporting.ReportTable.Row;
import io.simbaerp.reporting.ReportTable.Style;
import io.simbaerp.reporting.ReportWords;
import io.simbaerp.task.sla.SlaReport;
import io.simbaerp.task.sla.SlaTask;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tasks behind the figures of {@link TaskTimes}, one by one. */
@Query(Duty.VIEW_LEDGER)
class TimedTasks implements Report {

    private final SlaReport sla;
    private final TaskWords taskWords;
    private final ReportWords words;
    private final Formats formats;

    TimedTasks(SlaReport sla, TaskWords taskWords, ReportWords words, Formats formats) {
        this.sla = sla;
        this.taskWords = taskWords;
        this.words = words;
        this.formats = formats;
    }

    @Override
    public String name() {
        return "timed-tasks";
    }

    @Override
    public Shelf shelf() {
        return Shelf.WORK;
    }

    @Override
    public List<ReportInput> inputs(ReportRequest request) {
        return words.period(AskedTasks.from(request), AskedTasks.until(request));
    }

    @Override
    public ReportTable table(ReportRequest request, int limit) {
        Page<SlaTask> page = Page.cut(
                sla.tasks(AskedTasks.filter(request), AskedTasks.id(request, "after"), limit + 1),
                limit,
                task -> task.id().toString());
        return new ReportTable(
                Stream.of(
                                words.days(AskedTasks.from(request), AskedTasks.until(request)),
                                words.word("task-times-hours"))
                        .toList(),
                null,
                List.of(
                        words.text("task", ""),
                        words.text("document", ""),
                        words.text("who", ""),
                        words.text("dueAt", "w-date"),
                        words.text("endedAt", "w-date"),
                        words.figure("taken")),
                page.items().stream().map(this::row).toList(),
                List.of(),
                List.of(),
                page.next());
    }

    private Row row(SlaTask task) {
        return Row.of(
                Style.PLAIN,
                0,
                new Cell(taskWords.step(task.step()), "/tasks/" + task.id()),
                about(task),
                Cell.of(taskWords.who(task.person(), null)),
                Cell.of(formats.instant(task.dueAt())),
                Cell.of(ended(task.endedAt())),
                Cell.of(Hours.of(task.hoursTaken())));
    }

    private static Cell about(SlaTask task) {
        String words = Stream.of(task.documentNumber(), task.partyName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return Cell.document(words.isEmpty() ? null : words, task.documentId());
    }

    private String ended(@Nullable Instant at) {
        return at == null ? words.word("task-open") : formats.instant(at);
    }
}
