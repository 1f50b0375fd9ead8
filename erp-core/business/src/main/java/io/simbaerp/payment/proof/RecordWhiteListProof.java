package io.simbaerp.payment.proof;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.money.Iban;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Keeps the proof that the White List of the Ministry of Finance was asked today about an account: the identifier of the
 * answer that says the account is on it.
 */
@UseCase(Duty.PROPOSE_PAYMENT)
public class RecordWhiteListProof {

    private final Parties parties;
    private final ProofBook proofs;
    private final BusinessDay businessDay;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RecordWhiteListProof(
            Parties parties,
            ProofBook proofs,
            BusinessDay businessDay,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.parties = parties;
        this.proofs = proofs;
        this.businessDay = businessDay;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** @throws RuleViolation white-list.account-unknown, white-list.request-missing */
    public void record(UUID partyId, @Nullable String account, @Nullable String requestId) {
        var party = parties.byId(new PartyId(partyId)).orElseThrow(() -> new NotFound("party", partyId));
        String iban = Iban.parse(account == null ? "" : account)
                .filter(number ->
                        party.accounts().stream().anyMatch(known -> known.iban().equals(number)))
                .orElseThrow(() -> RuleViolation.ofField("iban", "white-list.account-unknown", party.name()));
        if (requestId == null || !requestId.strip().matches("[A-Za-z0-9-]{5,60}")) {
            throw RuleViolation.ofField("requestId", "white-list.request-missing");
        }
        proofs.keep(NewId.at(clock), partyId, iban, businessDay.today(), requestId.strip());
        events.publishEvent(
                new WhiteListProofRecorded(currentActor.company(), currentActor.actor(), clock.instant(), partyId));
    }
}
