package io.simbaerp.party.creation.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.creation.GiveSupplierProof;
import io.simbaerp.party.creation.SendSupplierAgain;
import io.simbaerp.party.creation.SetCreationApproval;
import io.simbaerp.party.creation.SupplierChecks;
import io.simbaerp.party.creation.SupplierCreation;
import io.simbaerp.party.creation.SupplierCreations;
import io.simbaerp.party.creation.WithdrawSupplier;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The approval of new suppliers over REST. Proposing one is adding a partner that supplies: {@code POST /api/v1/parties}. */
@RestController
@RequestMapping("/api/v1")
class CreationResource {

    private final Parties parties;
    private final SupplierCreations creations;
    private final SupplierChecks checks;
    private final Moves moves;
    private final SetCreationApproval setApproval;

    CreationResource(
            Parties parties,
            SupplierCreations creations,
            SupplierChecks checks,
            Moves moves,
            SetCreationApproval setApproval) {
        this.parties = parties;
        this.creations = creations;
        this.checks = checks;
        this.moves = moves;
        this.setApproval = setApproval;
    }

    /** What is done to a proposed supplier. */
    @Component
    record Moves(GiveSupplierProof prove, SendSupplierAgain send, WithdrawSupplier withdraw) {}

    /** How the approval of a supplier stands, and what speaks against it. */
    record CreationBody(SupplierCreation creation, List<SupplierChecks.Finding> findings) {}

    /** Whether a second person approves new suppliers. */
    record ApprovalEntry(@Nullable Boolean needed) {}

    /** A document of ours, or the reference of something kept elsewhere. */
    record ProofEntry(@Nullable UUID documentId, @Nullable String reference) {}

    /** Why. */
    record ReasonEntry(@Nullable String reason) {}

    @GetMapping("/supplier-approval")
    ApprovalEntry approval() {
        return new ApprovalEntry(creations.isApprovalNeeded());
    }

    @PutMapping("/supplier-approval")
    ApprovalEntry set(@RequestBody ApprovalEntry entry) {
        setApproval.set(Boolean.TRUE.equals(entry.needed()));
        return approval();
    }

    @GetMapping("/parties/{id}/creation")
    CreationBody one(@PathVariable UUID id) {
        PartyId party = new PartyId(id);
        if (parties.byId(party).isEmpty()) {
            throw new NotFound("party", id);
        }
        return new CreationBody(creations.of(party), checks.of(party));
    }

    @PutMapping("/parties/{id}/creation/proof")
    CreationBody prove(@PathVariable UUID id, @RequestBody ProofEntry entry) {
        moves.prove().give(new PartyId(id), entry.documentId(), entry.reference());
        return one(id);
    }

    @PostMapping("/parties/{id}/creation/send")
    CreationBody send(@PathVariable UUID id) {
        moves.send().send(new PartyId(id));
        return one(id);
    }

    @PostMapping("/parties/{id}/creation/withdraw")
    CreationBody withdraw(@PathVariable UUID id, @RequestBody ReasonEntry entry) {
        moves.withdraw().withdraw(new PartyId(id), entry.reason());
        return one(id);
    }
}
