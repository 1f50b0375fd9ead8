package io.simbaerp.ledger.proposal;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.ledger.vat.PostEntryByHand;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;

/** Posts a proposed entry exactly as it was approved. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class PostProposedEntry {

    private final ProposedEntries proposals;
    private final ObjectProvider<EntryApproval> approval;
    private final PostEntryByHand post;

    PostProposedEntry(ProposedEntries proposals, ObjectProvider<EntryApproval> approval, PostEntryByHand post) {
        this.proposals = proposals;
        this.approval = approval;
        this.post = post;
    }

    /** What came of it. */
    public enum Outcome {
        POSTED,
        NOT_APPROVED
    }

    /** Posting what is posted already changes nothing. */
    public Outcome post(UUID proposal) {
        ProposedEntries.Kept kept = proposals.kept(proposal);
        if ("POSTED".equals(kept.outcome())) {
            return Outcome.POSTED;
        }
        if (kept.outcome() != null || !approval.getObject().granted(kept.id(), kept.hash())) {
            return Outcome.NOT_APPROVED;
        }
        proposals.end(kept.id(), "POSTED", post.post(proposals.draft(kept)), null);
        return Outcome.POSTED;
    }
}
