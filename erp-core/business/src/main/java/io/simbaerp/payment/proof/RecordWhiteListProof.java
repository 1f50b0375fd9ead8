package io.simbaerp.payment.proof;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.money.Iban;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Keeps the proof that the White List of the Ministry of Finance was asked today about an account: the identifier of the
 * answer that says the account is on it, as one of this tax payer.
 */
@UseCase(Duty.PROPOSE_PAYMENT)
public class RecordWhiteListProof {

    private final Parties parties;
    private final ProofBook proofs;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RecordWhiteListProof(
            Parties parties,
            ProofBook proofs,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.parties = parties;
        this.proofs = proofs;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Keeps the answer with the account, the tax payer and the day it is about.
     *
     * @throws RuleViolation of white-list: account-unknown, request-missing, tax-id-missing, account-abroad,
     *     answer-of-another-day
     */
    public void record(@About("party") UUID partyId, @Nullable String account, @Nullable String requestId) {
        var party = parties.byId(new PartyId(partyId)).orElseThrow(() -> new NotFound("party", partyId));
        String iban = Iban.parse(account == null ? "" : account)
                .filter(number ->
                        party.accounts().stream().anyMatch(known -> known.iban().equals(number)))
                .orElseThrow(() -> RuleViolation.ofField("iban", "white-list.account-unknown", party.name()));
        proofs.keep(NewId.at(clock), party.id(), iban, requestId);
        events.publishEvent(
                new WhiteListProofRecorded(currentActor.company(), currentActor.actor(), clock.instant(), partyId));
    }
}
