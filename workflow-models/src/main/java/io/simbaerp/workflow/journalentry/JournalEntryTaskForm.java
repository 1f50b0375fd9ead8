package io.simbaerp.workflow.journalentry;

import io.simbaerp.approval.ApprovalDecisionDraft;
import io.simbaerp.approval.DecideApproval;
import io.simbaerp.approval.Decision;
import io.simbaerp.approval.history.OwnWork;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.proposal.EntryProposals;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.task.TaskForm;
import io.simbaerp.task.TaskPage;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The task of whoever approves an entry above the limit: exactly these lines, and never one's own. */
@Component
class JournalEntryTaskForm implements TaskForm {

    private final EntryProposals proposals;
    private final DecideApproval decideApproval;
    private final OwnWork ownWork;

    JournalEntryTaskForm(EntryProposals proposals, DecideApproval decideApproval, OwnWork ownWork) {
        this.proposals = proposals;
        this.decideApproval = decideApproval;
        this.ownWork = ownWork;
    }

    /** What the task's page shows. */
    public record EntryPage(
            EntryProposals.Proposal proposal, JournalEntryDraft draft, List<EntryProposals.Turn> turns) {}

    @Override
    public Set<String> forms() {
        return Set.of("ledger/entry-approval");
    }

    @Override
    public void decide(OpenTaskView task, TaskCompletion completion) {
        EntryProposals.Proposal proposal = proposals.byId(task.subject().id());
        decideApproval.decide(new ApprovalDecisionDraft(
                task.subject(),
                Duty.APPROVE_JOURNAL_ENTRY,
                decision(completion.outcome()),
                Objects.requireNonNullElse(completion.contentHash(), proposal.contentHash()),
                completion.comment(),
                EntryAuthors.acts(proposal, proposals.turns(proposal.id())),
                extent(task)));
    }

    @Override
    public TaskFacts facts(OpenTaskView task) {
        EntryProposals.Proposal proposal = proposals.byId(task.subject().id());
        return EntryAuthors.facts(proposal, proposals.draft(proposal.id()));
    }

    @Override
    public Extent extent(OpenTaskView task) {
        EntryProposals.Proposal proposal = proposals.byId(task.subject().id());
        return Extent.of(
                proposal.total().hundredths(),
                proposals.draft(proposal.id()).lines().stream()
                        .map(LineDraft::costCentre)
                        .filter(Objects::nonNull)
                        .toList(),
                "journal-entry");
    }

    @Override
    public TaskPage page(OpenTaskView task) {
        EntryProposals.Proposal proposal = proposals.byId(task.subject().id());
        List<EntryProposals.Turn> turns = proposals.turns(proposal.id());
        EntryPage page = new EntryPage(proposal, proposals.draft(proposal.id()), turns);
        return new TaskPage(
                new TaskPage.Part("ledger/proposal-parts", "form", page),
                new TaskPage.Part("ledger/proposal-parts", "paper", page),
                proposal.total(),
                ownWork.refusal(EntryAuthors.acts(proposal, turns)).orElse(null));
    }

    private static Decision decision(String outcome) {
        return switch (outcome) {
            case "approve" -> Decision.APPROVE;
            case "return" -> Decision.RETURN;
            case "reject" -> Decision.REJECT;
            default -> throw new RuleViolation("journal-entry.outcome-unknown", outcome);
        };
    }
}
