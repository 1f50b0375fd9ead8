package io.simbaerp.demo;

import io.simbaerp.architecture.Subject;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.policy.SetEntryLimit;
import io.simbaerp.ledger.proposal.ProposeEntry;
import io.simbaerp.money.Money;
import io.simbaerp.task.CompleteTask;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives the demo company a limit for entries made by hand, and two entries above it: one waits for the manager, the other came
 * back to the accountant.
 */
@Component
class DemoProposals {

    private static final Money LIMIT = Money.of("50000.00", "PLN");
    private static final String WHY = "Brakuje wyliczenia: proszę podać umowę i stawkę kary w treści.";

    private final DemoPeople people;
    private final SetEntryLimit setEntryLimit;
    private final ProposeEntry proposeEntry;
    private final Tasks tasks;
    private final CompleteTask completeTask;
    private final BusinessDay businessDay;

    DemoProposals(
            DemoPeople people,
            SetEntryLimit setEntryLimit,
            ProposeEntry proposeEntry,
            Tasks tasks,
            CompleteTask completeTask,
            BusinessDay businessDay) {
        this.people = people;
        this.setEntryLimit = setEntryLimit;
        this.proposeEntry = proposeEntry;
        this.tasks = tasks;
        this.completeTask = completeTask;
        this.businessDay = businessDay;
    }

    /** Proposes both; a second time it finds them proposed. */
    void propose() {
        people.<@Nullable Void>as("admin", () -> {
            setEntryLimit.set(LIMIT);
            return null;
        });
        proposed("urlopy", "Rezerwa na niewykorzystane urlopy", "404-01", "100", "78400.00");
        UUID penalty = proposed("kara", "Rezerwa na karę umowną", "761-04", null, "62000.00");
        people.<@Nullable Void>as("manager", () -> {
            tasks.openAbout(new Subject("entry-proposal", penalty)).stream()
                    .filter(task -> task.outcomes().contains("return"))
                    .forEach(this::giveBack);
            return null;
        });
    }

    private void giveBack(TaskView task) {
        completeTask.complete(
                new TaskCompletion(task.id(), "return", WHY, null, task.facts().contentHash()));
    }

    private UUID proposed(String key, String text, String account, @Nullable String costCentre, String amount) {
        LocalDate today = businessDay.today();
        Money money = Money.of(amount, "PLN");
        return people.as(
                DemoPeople.ACCOUNTANT,
                () -> proposeEntry.propose(new JournalEntryDraft(
                        "PK",
                        today,
                        today,
                        today,
                        "%d-%02d".formatted(today.getYear(), today.getMonthValue()),
                        EntryKind.ORDINARY,
                        text,
                        null,
                        null,
                        null,
                        "demo-proposal-" + key,
                        List.of(
                                line(account, Side.DEBIT, money, costCentre),
                                line("840-01", Side.CREDIT, money, null)))));
    }

    private static LineDraft line(String account, Side side, Money amount, @Nullable String costCentre) {
        return new LineDraft(account, side, amount, null, null, null, null, null, costCentre, null, false, false);
    }
}
