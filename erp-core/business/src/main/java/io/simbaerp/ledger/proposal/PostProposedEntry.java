package io.simbaerp.ledger.proposal;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.proposal.EntryProposals.State;
import io.simbaerp.ledger.vat.PostEntryByHand;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Posts a proposed entry exactly as it was approved. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class PostProposedEntry {

    private final ProposedEntries proposals;
    private final ProposalTurns turns;
    private final ObjectProvider<EntryApproval> approval;
    private final Books books;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;

    PostProposedEntry(
            ProposedEntries proposals,
            ProposalTurns turns,
            ObjectProvider<EntryApproval> approval,
            Books books,
            CurrentActor currentActor,
            ApplicationEventPublisher events) {
        this.proposals = proposals;
        this.turns = turns;
        this.approval = approval;
        this.books = books;
        this.currentActor = currentActor;
        this.events = events;
    }

    /** What judges the entry and takes it in. */
    @Component
    record Books(PostEntryByHand post, PostEntryByHand.Preview preview, Clock clock) {}

    /** What came of it. */
    public enum Outcome {
        POSTED,
        /** Nobody asked has approved what it says now. */
        NOT_APPROVED,
        /** It is approved, but the books take it no more as it is: its period was closed, an account was. */
        REFUSED,
        /** It was rejected or taken back meanwhile. */
        ENDED
    }

    /** Posting what is posted already changes nothing. What the books refuse is kept with the rule, for a person. */
    public Outcome post(@About("entry-proposal") UUID proposal) {
        ProposedEntries.Kept kept = proposals.kept(proposal);
        if (kept.state() == State.POSTED) {
            return Outcome.POSTED;
        }
        if (kept.state().isEnd()) {
            return Outcome.ENDED;
        }
        if (kept.state() == State.RETURNED || !approval.getObject().granted(kept.id(), kept.hash())) {
            return Outcome.NOT_APPROVED;
        }
        JournalEntryDraft draft = proposals.draft(kept);
        Optional<RuleViolation> refusal = books.preview().refusal(draft);
        if (refusal.isPresent()) {
            refuse(kept, refusal.get());
            return Outcome.REFUSED;
        }
        proposals.end(kept.id(), State.POSTED, books.post().post(draft), null);
        return Outcome.POSTED;
    }

    private void refuse(ProposedEntries.Kept kept, RuleViolation refusal) {
        if (kept.state() != State.REFUSED) {
            turns.refused(kept.id(), refusal);
            events.publishEvent(new ProposedEntryRefused(
                    currentActor.company(), currentActor.actor(), books.clock().instant(), kept.id()));
        }
    }
}
