package io.simbaerp.party;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;

/** Changes what is known of a business partner. */
@UseCase(Duty.MAINTAIN_PARTY)
public class ChangeParty {

    private final PartyBook parties;
    private final TaxIdOwners taxIdOwners;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ChangeParty(
            PartyBook parties,
            TaxIdOwners taxIdOwners,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.parties = parties;
        this.taxIdOwners = taxIdOwners;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Takes over the draft, if nobody changed the party since the version it was read in.
     *
     * @throws Conflict party.changed-meanwhile
     * @throws io.simbaerp.architecture.RuleViolation party.name-missing, party.country-unknown,
     *     party.neither-supplier-nor-customer, party.tax-id-taken
     */
    public void change(PartyId id, int version, PartyDraft draft) {
        Party party = parties.existing(id);
        if (party.version() != version) {
            throw new Conflict("party.changed-meanwhile");
        }
        taxIdOwners.refuseForeign(draft.taxIds(), id);
        party.change(draft);
        parties.flush();
        events.publishEvent(new PartyChanged(currentActor.company(), currentActor.actor(), clock.instant(), id));
    }
}
