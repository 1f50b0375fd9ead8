package io.simbaerp.party;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.money.Iban;
import io.simbaerp.party.whitelist.WhiteListAnswers;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Proposes a bank account of a partner. It may be paid to only after a second person has approved it. Another account than one
 * that was confirmed before needs a proof of where it came from.
 */
@UseCase(Duty.MAINTAIN_PARTY)
public class ProposeBankAccount {

    private final PartyBook parties;
    private final BankAccounts accounts;
    private final Evidence evidence;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ProposeBankAccount(
            PartyBook parties,
            BankAccounts accounts,
            Evidence evidence,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.parties = parties;
        this.accounts = accounts;
        this.evidence = evidence;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** What may say that an account is a partner's. */
    @Component
    record Evidence(EvidenceDocuments documents, WhiteListAnswers whiteList) {}

    /**
     * Proposes the account; one the party has already stays as it is, and one that was withdrawn begins anew.
     *
     * @return the account's id
     * @throws RuleViolation bank-account.iban-wrong, bank-account.proof-missing, white-list.request-missing,
     *     white-list.tax-id-missing, white-list.account-abroad, white-list.answer-of-another-day
     * @throws NotFound if the company has no such party or no such document
     */
    public UUID propose(BankAccountDraft draft) {
        parties.existing(draft.partyId());
        if (draft.documentId() != null && !evidence.documents().has(draft.documentId())) {
            throw new NotFound("document", draft.documentId());
        }
        String iban = Iban.parse(draft.iban())
                .orElseThrow(() -> RuleViolation.ofField("iban", "bank-account.iban-wrong", draft.iban()));
        Optional<BankAccount> known = accounts.findByPartyIdAndIbanAndWithdrawnByIsNull(
                draft.partyId().value(), iban);
        if (known.isPresent()) {
            return known.get().id();
        }
        String source = source(draft, iban);
        if (source.equals(currentActor.actor().toString())
                && accounts.existsByPartyIdAndConfirmedByIsNotNull(
                        draft.partyId().value())) {
            throw RuleViolation.ofField("documentId", "bank-account.proof-missing");
        }
        UUID id = NewId.at(clock);
        Instant now = clock.instant();
        accounts.saveAndFlush(new BankAccount(
                currentActor.company().value(), id, draft.partyId(), iban, source, currentActor.get(), now));
        events.publishEvent(new BankAccountProposed(
                currentActor.company(), currentActor.actor(), now, draft.partyId(), id, draft.documentId()));
        return id;
    }

    /** The document it was read from, the answer of the White List, or whoever says so. */
    private String source(BankAccountDraft draft, String iban) {
        if (draft.documentId() != null) {
            return "document:" + draft.documentId();
        }
        String request = draft.whiteListRequest();
        if (request == null || request.isBlank()) {
            return currentActor.actor().toString();
        }
        return "white-list:"
                + evidence.whiteList()
                        .given(draft.partyId(), iban, request, "whiteListRequest")
                        .request();
    }
}
