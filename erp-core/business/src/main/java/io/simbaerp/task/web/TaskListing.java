package io.simbaerp.task.web;

import static io.simbaerp.page.list.ListColumn.Kind.AMOUNT;
import static io.simbaerp.page.list.ListColumn.Kind.INSTANT;
import static io.simbaerp.page.list.ListColumn.Kind.OWN;
import static io.simbaerp.page.list.ListColumn.Kind.TEXT;
import static io.simbaerp.page.list.ListColumn.Kind.WORD;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.list.BulkAction;
import io.simbaerp.page.list.ListCell;
import io.simbaerp.page.list.ListColumn;
import io.simbaerp.page.list.ListDescriptor;
import io.simbaerp.page.list.ListFilter;
import io.simbaerp.page.list.ListSort;
import io.simbaerp.page.list.ListSource;
import io.simbaerp.task.TaskSelection.View;
import io.simbaerp.task.Tasks;
import io.simbaerp.task.reading.InboxConditions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the list of tasks is made of: the desk, REST and files. */
@Component
class TaskListing implements ListSource {

    /** What its reader has decided and can still take back waits for nobody. */
    static final String DECIDED = """
            exists (select from task.held_decision h where h.company_id = t.company_id and h.task_id = t.id
                       and h.refused_rule is null)""";

    /** Marks the state of what was asked about: waiting for an answer, or answered. */
    private static final String ASKED = """
            coalesce((select case when bool_or(q.answered_at is null) then '?' else '!' end from task.question q
                       where q.company_id = t.company_id and q.task_id = t.id and t.state = 'OPEN'
                      having count(*) > 0), '')""";

    /** Marks a free task that isn't the reader's to take. */
    private static final String LOOKED_AT =
            "case when t.assignee is null and not " + InboxConditions.CANDIDATE + " then '~' else '' end";

    /** Marks what is somebody's whose tasks the reader looks after. */
    private static final String SUBSTITUTED =
            "case when " + InboxConditions.SUBSTITUTED + " then '" + TaskCells.SUBSTITUTED + "' else '' end";

    private static final List<ListColumn> COLUMNS = List.of(
            ListColumn.of("due", OWN, "t.due_at")
                    .sorted(ListSort.by("t.sort_at", ListSort.Type.INSTANT))
                    .at("w-due at-4"),
            ListColumn.of("task", OWN, "t.task_key").beside("t.title_args").at("at-3"),
            ListColumn.of("party", TEXT, "t.party_name")
                    .sorted(ListSort.by("t.sort_party", ListSort.Type.TEXT))
                    .at("cutcell at-1"),
            ListColumn.of("document", TEXT, "t.document_number").at("desk-only when-wide"),
            ListColumn.of("with", OWN, "t.assignee")
                    .beside("t.state || " + SUBSTITUTED + " || " + ASKED + " || " + LOOKED_AT
                            + " || ' ' || coalesce(t.outcome, '') || ' ' || array_to_string(t.candidate_duties, ' ')")
                    .at("desk-only when-wide"),
            ListColumn.of("amount", AMOUNT, "t.amount")
                    .beside("t.currency")
                    .sorted(ListSort.by("t.sort_amount", ListSort.Type.NUMBER))
                    .at("w-amount at-2"),
            ListColumn.of("opened", INSTANT, "t.opened_at")
                    .at("w-time desk-only")
                    .onRequest(),
            ListColumn.of("ended", INSTANT, "t.ended_at").at("w-time desk-only").onRequest(),
            ListColumn.of("outcome", WORD, "t.outcome")
                    .words("task.outcome.")
                    .at("desk-only")
                    .onRequest());

    private static final List<ListFilter> FILTERS = List.of(
            ListFilter.oneOf(
                            "view",
                            "task.view-",
                            named(
                                    "mine",
                                    "(t.assignee = :person and not " + DECIDED
                                            + ") or (t.assignee is null and t.state = 'OPEN' and "
                                            + InboxConditions.CANDIDATE + ") or (t.state = 'OPEN' and "
                                            + InboxConditions.SUBSTITUTED + " and not " + DECIDED + ")",
                                    "group",
                                    InboxConditions.CANDIDATE,
                                    "people",
                                    InboxConditions.OF_PEOPLE,
                                    "delegated",
                                    InboxConditions.DELEGATED,
                                    "watched",
                                    InboxConditions.WATCHED,
                                    "all",
                                    "t.assignee = :person or " + InboxConditions.CANDIDATE))
                    .inPanel(),
            ListFilter.oneOf("state", "task.state-", named("open", "t.state = 'OPEN'", "done", "t.state = 'DONE'"))
                    .unlessGiven("open")
                    .inPanel(),
            ListFilter.choiceOrOther(
                    "task",
                    "t.task_key",
                    List.of(
                            "Task_DecideBuyer",
                            "Task_DecideSupplier",
                            "Task_DecideDuplicate",
                            "Task_ProvideRate",
                            "Task_CodeInvoice",
                            "Task_ApproveInvoice",
                            "Task_ApprovePaymentRun",
                            "Task_AnswerQuestion"),
                    "task.name."),
            ListFilter.oneOf(
                    "due",
                    "task.due-",
                    named(
                            "late", "t.due_at < :now",
                            "today", "t.due_at >= :now and t.due_at < :tomorrow",
                            "week", "t.due_at >= :now and t.due_at < :nextWeek",
                            "none", "t.due_at is null")),
            ListFilter.oneOf(
                    "assignee",
                    "task.assignee-",
                    named(
                            "me", "t.assignee = :person",
                            "nobody", "t.assignee is null",
                            "others", "t.assignee <> :person")),
            ListFilter.of("party", ListFilter.Kind.TEXT, "t.id in (select task.search_task(:party, 'party'))"),
            ListFilter.of(
                    "amountFrom", ListFilter.Kind.AMOUNT, "t.currency is not null and t.sort_amount >= :amountFrom"),
            ListFilter.of("amountTo", ListFilter.Kind.AMOUNT, "t.currency is not null and t.sort_amount <= :amountTo"),
            ListFilter.of("document", ListFilter.Kind.ID, "t.document_id = :document"));

    private static final List<ListDescriptor.Grouping> GROUPINGS = List.of(
            new ListDescriptor.Grouping("process", "t.process"),
            new ListDescriptor.Grouping("task", "t.task_key"),
            new ListDescriptor.Grouping("party", "coalesce(t.party_name, '')"),
            new ListDescriptor.Grouping(
                    "due-day",
                    "coalesce(to_char(t.due_at at time zone :zone, 'YYYY-MM-DD'), '" + DueWords.NO_DAY + "')"),
            new ListDescriptor.Grouping("with", "coalesce(cast(t.assignee as text), '')"));

    private static final ListDescriptor LIST = new ListDescriptor(
            Tasks.LIST,
            "/tasks",
            Duty.WORK_ON_TASK,
            "task",
            "task.task t",
            "t.company_id",
            "t.id",
            "t.state <> 'WITHDRAWN' and " + InboxConditions.SEEN,
            "t.id in (select task.search_task(:text))",
            "due",
            COLUMNS,
            FILTERS,
            new TaskWalk(),
            GROUPINGS);

    private final TaskCells cells;
    private final ObjectProvider<Tasks> tasks;
    private final List<BulkAction> actions;

    TaskListing(
            TaskCells cells,
            ObjectProvider<Tasks> tasks,
            ClaimTasks claim,
            DecideTasks decide,
            ReassignTasks reassign) {
        this.cells = cells;
        this.tasks = tasks;
        this.actions = List.of(claim, decide.by("approve"), decide.by("return"), decide.by("reject"), reassign);
    }

    @Override
    public ListDescriptor descriptor() {
        return LIST;
    }

    @Override
    public ListCell cell(String column, @Nullable Object value, @Nullable Object beside, UUID row) {
        return switch (column) {
            case "due" -> cells.due(value);
            case "task" -> cells.name(String.valueOf(value), beside, row);
            default -> cells.holder(value, String.valueOf(beside), row);
        };
    }

    @Override
    public @Nullable String group(String column, boolean falling, String sortValue) {
        return column.equals("due") && !falling ? cells.urgency(sortValue) : null;
    }

    @Override
    public String grouped(String grouping, String value) {
        return cells.grouped(grouping, value);
    }

    @Override
    public List<Preset> presets() {
        Map<View, Integer> counts = tasks.getObject().counts();
        Tasks.Beside beside = tasks.getObject().countsBeside();
        return List.of(
                preset("mine", counts.getOrDefault(View.MINE, 0)),
                preset("group", counts.getOrDefault(View.GROUP, 0)),
                preset("people", beside.ofPeople()),
                preset("delegated", beside.delegated()),
                preset("watched", beside.watched()),
                preset("all", counts.getOrDefault(View.ALL, 0)),
                new Preset("task.view-done", "view=mine&state=done&sort=-due", null, "task.empty-done"));
    }

    private static Preset preset(String name, int count) {
        return new Preset(
                "task.view-" + name, "view=" + name, count > 99 ? "99+" : String.valueOf(count), "task.empty-" + name);
    }

    @Override
    public List<BulkAction> actions() {
        return actions;
    }

    @Override
    public boolean offersOnlyWhatAllAllow() {
        return true;
    }

    private static Map<String, String> named(String... namesAndConditions) {
        Map<String, String> conditions = new LinkedHashMap<>();
        for (int at = 0; at < namesAndConditions.length; at += 2) {
            conditions.put(namesAndConditions[at], namesAndConditions[at + 1]);
        }
        return conditions;
    }
}
