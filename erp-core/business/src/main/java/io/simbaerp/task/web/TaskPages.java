package io.simbaerp.task.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.money.Money;
import io.simbaerp.page.FormProblem;
import io.simbaerp.page.Formats;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import io.simbaerp.task.TaskFacts.ShownField;
import io.simbaerp.task.TaskList;
import io.simbaerp.task.TaskPage;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.delegation.Reassignments;
import io.simbaerp.task.question.Conversation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns tasks into what the desk's pages show. */
@Component
class TaskPages {

    /** Further ways on, beside the first; all others end or turn back the matter. */
    private static final Set<String> GOES_ON = Set.of("use-supplier", "pay-supplier");

    private final TaskTexts texts;
    private final DueWords dueWords;
    private final ActorNames names;
    private final CurrentActor currentActor;
    private final RuleTexts ruleTexts;
    private final Formats formats;

    TaskPages(
            TaskTexts texts,
            DueWords dueWords,
            ActorNames names,
            CurrentActor currentActor,
            RuleTexts ruleTexts,
            Formats formats) {
        this.texts = texts;
        this.dueWords = dueWords;
        this.names = names;
        this.currentActor = currentActor;
        this.ruleTexts = ruleTexts;
        this.formats = formats;
    }

    /**
     * One task in a list.
     *
     * @param holder who has it, or whose it is to take
     */
    record Row(
            UUID id,
            String name,
            DueWords.Due due,
            @Nullable String party,
            @Nullable String document,
            @Nullable Money amount,
            String holder,
            boolean free,
            @Nullable String outcome) {}

    /**
     * The page of one task.
     *
     * @param mine whether the reader has taken it and can give it back
     * @param holder who has taken it, if somebody else has
     * @param refusal why the reader may not decide it, in place of the outcomes
     * @param card whether one amount is decided on, at a look
     * @param forWhom for whom the reader acts
     * @param lookedAt whether the reader may only look at it
     */
    record TaskFrame(
            UUID id,
            String name,
            String help,
            String why,
            DueWords.Due due,
            @Nullable String party,
            @Nullable String document,
            @Nullable UUID documentId,
            @Nullable Money amount,
            @Nullable String contentHash,
            List<Shown> shown,
            List<OutcomeButton> outcomes,
            boolean mine,
            boolean free,
            @Nullable String holder,
            @Nullable String decided,
            TaskPage.@Nullable Part form,
            TaskPage.@Nullable Part paper,
            boolean card,
            @Nullable FormProblem refusal,
            Around around,
            @Nullable FormProblem problem,
            AroundTask beside,
            @Nullable String forWhom,
            boolean lookedAt) {

        public Entered entered() {
            return beside.entered();
        }

        public Conversation.Said said() {
            return beside.said();
        }

        public boolean watched() {
            return beside.watched();
        }

        public Reassignments.Offer reassign() {
            return beside.reassign();
        }

        /** Whether it can be approved, so that somebody else can be asked to approve it besides. */
        public boolean approval() {
            return outcomes.stream().anyMatch(button -> button.outcome().equals("approve"));
        }

        /** Whether the reader's approval is asked by name, so that it stays with them whoever should have been asked. */
        public boolean byName() {
            return approval()
                    && !free
                    && !mine
                    && holder == null
                    && !said().people().isEmpty();
        }
    }

    /**
     * What stands around a task in its reader's list.
     *
     * @param position such as "4 of 22"
     * @param nextWords what comes next, such as "Hanzavia Spedition GmbH, 2 615,00 EUR"
     */
    record Around(
            @Nullable String position,
            @Nullable UUID previous,
            @Nullable UUID next,
            @Nullable String nextWords) {}

    /** A field the decision is about. */
    record Shown(String label, String value) {}

    /**
     * A way to decide; the first is the one button that stands out.
     *
     * @param asks whether it ends or turns back the matter, so that a reason is asked for first
     */
    record OutcomeButton(String outcome, String label, boolean first, String key, boolean asks) {}

    TaskFrame frame(TaskView task, @Nullable TaskPage page, AroundTask beside) {
        UUID holder = task.assignee();
        boolean mine = holder != null && isReader(holder);
        return new TaskFrame(
                task.id(),
                texts.name(task),
                texts.help(task),
                texts.why(task),
                dueWords.due(task.dueAt()),
                task.facts().partyName(),
                task.facts().documentNumber(),
                task.documentId(),
                task.facts().amount(),
                task.facts().contentHash(),
                task.facts().shown().stream().map(this::shown).toList(),
                task.decision() == null && refusal(page) == null ? outcomes(task, page) : List.of(),
                mine && !task.isDirected(),
                holder == null && !task.lookedAt(),
                holder == null || mine ? null : name(holder),
                decided(task),
                page == null ? null : page.form(),
                page == null ? null : page.paper(),
                page != null && page.decides() != null,
                refusal(page),
                around(beside.place()),
                problem(beside.entered()),
                beside,
                forWhom(),
                task.lookedAt());
    }

    private @Nullable String decided(TaskView task) {
        TaskView.Decided decided = task.decision();
        return decided == null
                ? null
                : decided.by() == null
                        ? texts.text("task.lapsed", "", texts.outcome(decided.outcome()))
                        : texts.outcome(decided.outcome());
    }

    private @Nullable FormProblem problem(Entered entered) {
        return entered.refused() == null ? null : ruleTexts.problem(entered.refused());
    }

    /** For whom the reader acts, by name; nothing in the own name. */
    @Nullable
    String forWhom() {
        UUID person = currentActor.get().onBehalfOf();
        return person == null ? null : names.nameOf(Actor.person(person));
    }

    private @Nullable FormProblem refusal(@Nullable TaskPage page) {
        return page == null || page.refusal() == null ? null : ruleTexts.problem(page.refusal());
    }

    /** What was decided about what, once it was. */
    Toast decided(TaskView task, String outcome) {
        String number = task.facts().documentNumber();
        String done = texts.text("task.done." + outcome, "");
        return done.isEmpty()
                ? Toast.of("task.toast-decided")
                : number == null ? Toast.of("task.toast-done-alone", done) : Toast.of("task.toast-done", done, number);
    }

    private Around around(TaskList.Place place) {
        TaskView next = place.next();
        return new Around(
                place.position() == null
                        ? null
                        : texts.text("task.position", "", place.position(), Math.min(place.count(), 500)),
                place.previous(),
                next == null ? null : next.id(),
                next == null ? null : nextWords(next));
    }

    private String nextWords(TaskView next) {
        String party = next.facts().partyName();
        return (party == null ? texts.name(next) : party)
                + (next.facts().amount() == null
                        ? ""
                        : ", " + formats.money(next.facts().amount()));
    }

    Row row(TaskView task) {
        return new Row(
                task.id(),
                texts.name(task),
                dueWords.due(task.dueAt()),
                task.facts().partyName(),
                task.facts().documentNumber(),
                task.facts().amount(),
                holder(task),
                task.assignee() == null,
                decided(task));
    }

    private List<OutcomeButton> outcomes(TaskView task, @Nullable TaskPage page) {
        List<OutcomeButton> buttons = new ArrayList<>();
        for (String outcome : task.outcomes()) {
            boolean first = buttons.isEmpty();
            Money decides = first && page != null ? page.decides() : null;
            buttons.add(new OutcomeButton(
                    outcome,
                    texts.outcome(outcome) + (decides == null ? "" : " " + formats.money(decides)),
                    first,
                    key(outcome, first),
                    !first && !GOES_ON.contains(outcome)));
        }
        return buttons;
    }

    private static String key(String outcome, boolean first) {
        return switch (outcome) {
            case "approve" -> "a";
            case "return", "revise" -> "r";
            case "use-supplier", "pay-supplier" -> "s";
            default -> first ? "ctrl+enter" : "shift+r";
        };
    }

    private Shown shown(ShownField field) {
        return new Shown(texts.field(field), field.value());
    }

    private String holder(TaskView task) {
        UUID holder = task.assignee();
        if (holder == null) {
            return task.candidateDuties().stream().map(texts::duty).collect(Collectors.joining(", "));
        }
        return isReader(holder) ? texts.text("task.me", "") : name(holder);
    }

    private boolean isReader(UUID person) {
        return currentActor.get().principal().filter(person::equals).isPresent();
    }

    private String name(UUID person) {
        return names.nameOf(Actor.person(person));
    }
}
