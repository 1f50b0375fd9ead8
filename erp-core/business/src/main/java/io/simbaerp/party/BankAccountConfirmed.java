package io.simbaerp.party;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A second person confirmed a partner's bank account: it may be paid to. */
public record BankAccountConfirmed(
        CompanyId company,
        Actor actor,
        Instant at,
        PartyId partyId,
        UUID accountId,
        @Nullable UUID documentId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("bank-account", accountId);
    }

    @Override
    public List<Subject> concerns() {
        List<Subject> concerned = new ArrayList<>();
        concerned.add(new Subject("party", partyId.value()));
        if (documentId != null) {
            concerned.add(new Subject("document", documentId));
        }
        return concerned;
    }
}
