package io.simbaerp.workflow.journalentry;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.proposal.EntryProposals;
import io.simbaerp.ledger.proposal.SendEntryAgain;
import io.simbaerp.ledger.proposal.WithdrawProposedEntry;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.task.TaskForm;
import io.simbaerp.task.TaskPage;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The task of whoever gets an entry back: returned by an approver, or refused by the books after it was approved. */
@Component
class EntryCorrectionForm implements TaskForm {

    private final EntryProposals proposals;
    private final SendEntryAgain sendAgain;
    private final WithdrawProposedEntry withdraw;

    EntryCorrectionForm(EntryProposals proposals, SendEntryAgain sendAgain, WithdrawProposedEntry withdraw) {
        this.proposals = proposals;
        this.sendAgain = sendAgain;
        this.withdraw = withdraw;
    }

    @Override
    public Set<String> forms() {
        return Set.of("ledger/entry-correction");
    }

    @Override
    public void decide(OpenTaskView task, TaskCompletion completion) {
        switch (completion.outcome()) {
            case "resubmit", "try-again" -> sendAgain.send(task.subject().id(), completion.comment());
            case "withdraw" -> withdraw(task.subject().id(), completion.comment());
            default -> throw new RuleViolation("journal-entry.outcome-unknown", completion.outcome());
        }
    }

    /** One that ended meanwhile only takes its task along. */
    private void withdraw(UUID proposal, @Nullable String reason) {
        if (!proposals.byId(proposal).state().isEnd()) {
            withdraw.withdraw(proposal, reason);
        }
    }

    @Override
    public TaskFacts facts(OpenTaskView task) {
        UUID proposal = task.subject().id();
        return EntryAuthors.facts(proposals.byId(proposal), proposals.draft(proposal));
    }

    @Override
    public TaskPage page(OpenTaskView task) {
        UUID proposal = task.subject().id();
        JournalEntryTaskForm.EntryPage page = new JournalEntryTaskForm.EntryPage(
                proposals.byId(proposal), proposals.draft(proposal), proposals.turns(proposal));
        return new TaskPage(
                new TaskPage.Part("ledger/proposal-parts", "correction", page),
                new TaskPage.Part("ledger/proposal-parts", "paper", page));
    }
}
