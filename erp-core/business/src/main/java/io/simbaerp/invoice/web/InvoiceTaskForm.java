package io.simbaerp.invoice.web;

import io.simbaerp.approval.round.RoundCard;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Subject;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.PurchaseInvoices;
import io.simbaerp.invoice.Question;
import io.simbaerp.invoice.content.ContentDifference;
import io.simbaerp.invoice.content.ContentFields;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.registration.LookingUp;
import io.simbaerp.invoice.separation.ApprovalBackground;
import io.simbaerp.invoice.separation.ReturnInput;
import io.simbaerp.invoice.separation.SeatMatter;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.task.TaskForm;
import io.simbaerp.task.TaskPage;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The forms of all tasks about purchase invoices. */
@Component
class InvoiceTaskForm implements TaskForm {

    private static final String CODING = "invoice/coding";
    private static final String APPROVAL = "invoice/approval";
    private static final String TOGETHER = "Task_ApproveTogether";
    private static final String SUPPLIER = "invoice/supplier";
    private static final Map<String, Question> QUESTIONS = Map.of(
            "invoice/buyer",
            Question.BUYER,
            SUPPLIER,
            Question.SUPPLIER,
            "invoice/payee",
            Question.PAYEE,
            "invoice/duplicate",
            Question.DUPLICATE,
            "invoice/rate",
            Question.RATE);

    private final PurchaseInvoices invoices;
    private final InvoiceDecisions decisions;
    private final InvoicePages pages;
    private final ApprovalBackground background;
    private final LookingUp lookingUp;

    InvoiceTaskForm(
            PurchaseInvoices invoices,
            InvoiceDecisions decisions,
            InvoicePages pages,
            ApprovalBackground background,
            LookingUp lookingUp) {
        this.background = background;
        this.invoices = invoices;
        this.decisions = decisions;
        this.pages = pages;
        this.lookingUp = lookingUp;
    }

    @Override
    public Set<String> forms() {
        Set<String> forms = new HashSet<>(QUESTIONS.keySet());
        forms.addAll(Set.of(CODING, APPROVAL));
        return forms;
    }

    @Override
    public void decide(OpenTaskView task, TaskCompletion completion) {
        InvoiceDetails details = details(task);
        switch (task.form()) {
            case CODING -> decisions.code(details, completion);
            case APPROVAL -> decisions.approve(details, task, completion, background);
            default -> decisions.answer(details, question(task), completion);
        }
    }

    @Override
    public TaskFacts facts(OpenTaskView task) {
        InvoiceDetails details = details(task);
        boolean approval = task.form().equals(APPROVAL);
        SeatMatter matter = matter(task, details);
        return new TaskFacts(
                List.of(details.number()),
                details.supplierName(),
                details.number(),
                matter.amount(),
                approval ? matter.hash() : null,
                approval
                        ? matter.fields().stream()
                                .map(field -> new TaskFacts.ShownField(field.key(), field.text(ContentFields::plain)))
                                .toList()
                        : List.of());
    }

    /** An approver's seat may be about some lines alone; everybody else has the whole before them. */
    private SeatMatter matter(OpenTaskView task, InvoiceDetails details) {
        return task.form().equals(APPROVAL)
                ? background.matter(details, decisions.seat(task))
                : new SeatMatter(details, details, false);
    }

    @Override
    public TaskFacts.Background background(OpenTaskView task) {
        if (!task.form().equals(APPROVAL)) {
            return TaskFacts.Background.NONE;
        }
        InvoiceDetails details = details(task);
        SeatMatter matter = matter(task, details);
        return new TaskFacts.Background(
                changes(matter, decisions.seat(task)).stream()
                        .map(one -> new TaskFacts.ChangedField(
                                one.key(),
                                one.place(),
                                ContentFields.plain(one.before()),
                                ContentFields.plain(one.after())))
                        .toList(),
                background.limits(matter, decisions.seat(task)),
                background.round(details).map(InvoiceTaskForm::soFar).orElse(null),
                background.budgets(matter).stream()
                        .map(one -> new TaskFacts.BudgetSoFar(
                                one.costCentre(),
                                one.account(),
                                one.amount(),
                                one.used(),
                                one.committed(),
                                one.added(),
                                one.left()))
                        .toList());
    }

    private List<ContentDifference.Change> changes(SeatMatter matter, Seat seat) {
        return matter.ofLines()
                ? background
                        .linesOf(matter.whole(), seat)
                        .flatMap(own -> background.changedLines(matter, own))
                        .map(ApprovalBackground.ChangedLines::changes)
                        .orElse(List.of())
                : background
                        .changed(matter.whole())
                        .map(ApprovalBackground.Changed::changes)
                        .orElse(List.of());
    }

    private static TaskFacts.RoundSoFar soFar(RoundCard round) {
        return new TaskFacts.RoundSoFar(
                round.number(),
                round.of(),
                round.name(),
                round.kind().name(),
                round.quorum(),
                round.seats(),
                round.agreed(),
                round.against(),
                round.chair(),
                round.chairAgreed());
    }

    /**
     * Approvals of whole invoices alone: lines are a share of more than is seen of them, and whoever codes or answers what is
     * asked about suppliers and payees signs in.
     */
    @Override
    public boolean byMail(OpenTaskView task) {
        return task.form().equals(APPROVAL) && !matter(task, details(task)).ofLines();
    }

    @Override
    public List<UUID> askers(OpenTaskView task) {
        return decisions.coders(details(task));
    }

    @Override
    public Extent extent(OpenTaskView task) {
        return decisions.extent(matter(task, details(task)));
    }

    @Override
    public TaskPage page(OpenTaskView task) {
        return page(task, Map.of());
    }

    @Override
    public TaskPage page(OpenTaskView task, Map<String, List<String>> entered) {
        InvoiceDetails details = details(task);
        TaskPage.Part paper = new TaskPage.Part("invoice/reading", "reading", pages.paper(details));
        return lookingUp.in(() -> switch (task.form()) {
            case CODING ->
                new TaskPage(new TaskPage.Part("invoice/task-coding", "form", pages.coding(details, entered)), paper);
            case APPROVAL -> approval(task, matter(task, details), paper);
            case SUPPLIER ->
                new TaskPage(new TaskPage.Part("invoice/task-supplier", "form", pages.supplier(details)), paper);
            default -> {
                String fragment = question(task).name().toLowerCase(Locale.ROOT);
                yield new TaskPage(
                        new TaskPage.Part("invoice/task-question", fragment, pages.question(details)), paper);
            }
        });
    }

    /** Whoever decides about lines is shown them and nothing else of the invoice. */
    private TaskPage approval(OpenTaskView task, SeatMatter matter, TaskPage.Part paper) {
        ApprovalPage card = pages.approval(matter, decisions.seat(task));
        return new TaskPage(
                new TaskPage.Part("invoice/task-approval", "form", card),
                matter.ofLines() ? new TaskPage.Part("invoice/task-approval", "lines", card) : paper,
                matter.whole().signed(matter.net()),
                decisions.approvalRefused(matter.whole()));
    }

    @Override
    public @Nullable JsonNode coding(OpenTaskView task, Map<String, List<String>> fields) {
        return switch (task.form()) {
            case CODING -> CodingInput.ofFields(fields);
            case SUPPLIER -> SupplierInput.ofFields(fields);
            case APPROVAL -> ReturnInput.ofFields(fields);
            default -> null;
        };
    }

    /** Back to an approver is on to whoever is to approve next, which no model needs a way of its own for. */
    @Override
    public String wayOn(OpenTaskView task, TaskCompletion completion) {
        if (task.form().equals(APPROVAL) && ReturnInput.approver(completion).isPresent()) {
            return "return-to-approver";
        }
        return task.key().equals(TOGETHER)
                ? background.wordOfRound(task.subject(), decisions.seat(task), completion.outcome())
                : completion.outcome();
    }

    /** A question that lets the invoice pass leads to the next one, in the end to its coding. */
    @Override
    public boolean leadsOn(OpenTaskView task, String outcome) {
        return QUESTIONS.containsKey(task.form())
                && outcome.equals(task.outcomes().get(0));
    }

    /** What is decided after the due date is decided too late. */
    @Override
    public Optional<LocalDate> deadline(Subject subject) {
        return Optional.ofNullable(details(subject).dates().due());
    }

    private InvoiceDetails details(OpenTaskView task) {
        return details(task.subject());
    }

    private InvoiceDetails details(Subject subject) {
        PurchaseInvoiceId id = new PurchaseInvoiceId(subject.id());
        return lookingUp.in(() -> invoices.byId(id).orElseThrow(() -> new NotFound("purchase-invoice", id)));
    }

    private static Question question(OpenTaskView task) {
        Question question = QUESTIONS.get(task.form());
        if (question == null) {
            throw new IllegalStateException("No form " + task.form() + " is served here");
        }
        return question;
    }
}
