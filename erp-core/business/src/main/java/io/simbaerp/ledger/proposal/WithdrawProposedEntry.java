package io.simbaerp.ledger.proposal;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Takes a proposed entry back, wherever it waits: it is not posted, and nobody is asked about it any more. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class WithdrawProposedEntry {

    private static final int LONGEST_REASON = 500;

    private final ProposedEntries proposals;
    private final EntryProposals known;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WithdrawProposedEntry(
            ProposedEntries proposals,
            EntryProposals known,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.proposals = proposals;
        this.known = known;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param reason may be left out: nobody else is asked to agree
     * @throws RuleViolation journal-entry.proposal-ended, journal-entry.proposal-of-another,
     *     journal-entry.reason-too-long
     */
    public void withdraw(@About("entry-proposal") UUID proposal, @Nullable String reason) {
        if (proposals.kept(proposal).state().isEnd()) {
            throw new RuleViolation("journal-entry.proposal-ended");
        }
        if (!known.isOwn(proposal)) {
            throw new RuleViolation("journal-entry.proposal-of-another");
        }
        if (reason != null && reason.strip().length() > LONGEST_REASON) {
            throw RuleViolation.ofField("comment", "journal-entry.reason-too-long", LONGEST_REASON);
        }
        proposals.end(
                proposal,
                EntryProposals.State.WITHDRAWN,
                null,
                reason == null || reason.isBlank() ? null : reason.strip());
        events.publishEvent(
                new ProposedEntryWithdrawn(currentActor.company(), currentActor.actor(), clock.instant(), proposal));
    }
}
