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

/** Sends a proposed entry that came back on as it is: to the approver once more, or to the books that refused it. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class SendEntryAgain {

    private final ProposedEntries proposals;
    private final ProposalTurns turns;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SendEntryAgain(
            ProposedEntries proposals,
            ProposalTurns turns,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.proposals = proposals;
        this.turns = turns;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param reason what the approver is told
     * @throws RuleViolation journal-entry.proposal-not-returned
     * @throws io.simbaerp.architecture.Conflict journal-entry.proposal-changed-meanwhile
     */
    public void send(@About("entry-proposal") UUID proposal, @Nullable String reason) {
        if (!proposals.kept(proposal).state().isWithItsAuthor()) {
            throw new RuleViolation("journal-entry.proposal-not-returned");
        }
        turns.sentAgain(proposal, reason);
        events.publishEvent(
                new ProposedEntrySentAgain(currentActor.company(), currentActor.actor(), clock.instant(), proposal));
    }
}
