package io.simbaerp.workflow.journalentry;

import io.simbaerp.approval.RequestApproval;
import io.simbaerp.architecture.Duty;
import io.simbaerp.ledger.proposal.EntryProposals;
import io.simbaerp.ledger.proposal.PostProposedEntry;
import io.simbaerp.ledger.proposal.RejectProposedEntry;
import io.simbaerp.ledger.proposal.ReturnProposedEntry;
import io.simbaerp.workflow.engine.Step;
import io.simbaerp.workflow.engine.Steps;
import java.util.UUID;

/** What the model {@code JournalEntryApproval} calls: one use case each, ids in, constants out. */
@Steps(
        process = JournalEntryApprovalProcess.ID,
        duties = {Duty.POST_JOURNAL_ENTRY, Duty.VIEW_LEDGER, Duty.VIEW_PARTY})
public class JournalEntryApprovalSteps {

    private final EntryProposals proposals;
    private final RequestApproval requestApproval;
    private final PostProposedEntry postProposedEntry;
    private final RejectProposedEntry rejectProposedEntry;
    private final ReturnProposedEntry returnProposedEntry;

    JournalEntryApprovalSteps(
            EntryProposals proposals,
            RequestApproval requestApproval,
            PostProposedEntry postProposedEntry,
            RejectProposedEntry rejectProposedEntry,
            ReturnProposedEntry returnProposedEntry) {
        this.proposals = proposals;
        this.requestApproval = requestApproval;
        this.postProposedEntry = postProposedEntry;
        this.rejectProposedEntry = rejectProposedEntry;
        this.returnProposedEntry = returnProposedEntry;
    }

    @Step
    public void requestApproval(String proposalId) {
        UUID proposal = UUID.fromString(proposalId);
        requestApproval.request(
                StoredEntryApproval.subject(proposal),
                StoredEntryApproval.LEVELS,
                proposals.byId(proposal).contentHash());
    }

    @Step
    public String post(String proposalId) {
        return postProposedEntry.post(UUID.fromString(proposalId)).name();
    }

    @Step
    public void giveBack(String proposalId) {
        returnProposedEntry.giveBack(UUID.fromString(proposalId));
    }

    @Step
    public void reject(String proposalId) {
        rejectProposedEntry.reject(UUID.fromString(proposalId));
    }
}
