package io.simbaerp.party;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.money.Iban;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Proposes a bank account of a partner. It may be paid to only after a second person has confirmed it. */
@UseCase(Duty.MAINTAIN_PARTY)
public class ProposeBankAccount {

    private final PartyBook parties;
    private final BankAccounts accounts;
    private final EvidenceDocuments documents;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ProposeBankAccount(
            PartyBook parties,
            BankAccounts accounts,
            EvidenceDocuments documents,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.parties = parties;
        this.accounts = accounts;
        this.documents = documents;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Proposes the account; one the party has already stays as it is, and one that was withdrawn begins anew.
     *
     * @return the account's id
     * @throws RuleViolation bank-account.iban-wrong
     * @throws NotFound if the company has no such party or no such document
     */
    public UUID propose(BankAccountDraft draft) {
        parties.existing(draft.partyId());
        if (draft.documentId() != null && !documents.has(draft.documentId())) {
            throw new NotFound("document", draft.documentId());
        }
        String iban = Iban.parse(draft.iban())
                .orElseThrow(() -> RuleViolation.ofField("iban", "bank-account.iban-wrong", draft.iban()));
        Optional<BankAccount> known = accounts.findByPartyIdAndIbanAndWithdrawnByIsNull(
                draft.partyId().value(), iban);
        if (known.isPresent()) {
            return known.get().id();
        }
        UUID id = NewId.at(clock);
        Instant now = clock.instant();
        String source = draft.documentId() == null ? currentActor.actor().toString() : "document:" + draft.documentId();
        accounts.saveAndFlush(new BankAccount(
                currentActor.company().value(), id, draft.partyId(), iban, source, currentActor.actor(), now));
        events.publishEvent(new BankAccountProposed(
                currentActor.company(), currentActor.actor(), now, draft.partyId(), id, draft.documentId()));
        return id;
    }
}
