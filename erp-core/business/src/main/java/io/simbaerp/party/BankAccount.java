package io.simbaerp.party;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.RuleViolation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A partner's bank account, from proposal to confirmation. */
@Entity
@Table(schema = "party", name = "bank_account")
class BankAccount {

    @Id
    private UUID id;

    @Column(name = "company_id")
    private UUID companyId;

    private UUID partyId;
    private String iban;
    private String source;
    private String proposedBy;
    private @Nullable String proposedFor;
    private Instant proposedAt;
    private @Nullable String confirmedBy;
    private @Nullable Instant confirmedAt;
    private @Nullable String withdrawnBy;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected BankAccount() {}

    BankAccount(UUID companyId, UUID id, PartyId party, String iban, String source, Acting proposer, Instant now) {
        this.companyId = companyId;
        this.id = id;
        this.partyId = party.value();
        this.iban = iban;
        this.source = source;
        this.proposedBy = proposer.actor().toString();
        this.proposedFor = proposer.forWhom();
        this.proposedAt = now;
    }

    /** Whoever approved it has not proposed it. */
    void confirm(Actor approver, Instant now) {
        if (withdrawnBy != null) {
            throw new RuleViolation("bank-account.withdrawn-already");
        }
        if (confirmedBy != null) {
            throw new RuleViolation("bank-account.confirmed-already");
        }
        if (approver.toString().equals(proposedBy) || approver.toString().equals(proposedFor)) {
            throw new RuleViolation("bank-account.own-proposal");
        }
        confirmedBy = approver.toString();
        confirmedAt = now;
    }

    UUID id() {
        return id;
    }

    PartyId party() {
        return new PartyId(partyId);
    }

    /** The document it was read from, if it was. */
    @Nullable
    UUID document() {
        return source.startsWith("document:") ? UUID.fromString(source.substring("document:".length())) : null;
    }
}
