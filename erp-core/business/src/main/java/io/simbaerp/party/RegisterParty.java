package io.simbaerp.party;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;

/** Adds a business partner. */
@UseCase(Duty.MAINTAIN_PARTY)
public class RegisterParty {

    private final PartyBook parties;
    private final TaxIdOwners taxIdOwners;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RegisterParty(
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
     * Registers the partner.
     *
     * @throws io.simbaerp.architecture.RuleViolation party.name-missing, party.country-unknown,
     *     party.neither-supplier-nor-customer, party.tax-id-taken
     */
    public PartyId register(PartyDraft draft) {
        PartyId id = new PartyId(NewId.at(clock));
        Party party = new Party(currentActor.company().value(), id.value(), draft);
        taxIdOwners.refuseForeign(draft.taxIds(), id);
        parties.saveAndFlush(party);
        events.publishEvent(new PartyRegistered(
                currentActor.company(), currentActor.actor(), clock.instant(), id, draft.documentId()));
        return id;
    }
}
