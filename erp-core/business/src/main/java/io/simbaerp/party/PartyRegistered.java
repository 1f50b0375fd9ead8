package io.simbaerp.party;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new business partner is known.
 *
 * @param documentId the document it was read from
 */
public record PartyRegistered(
        CompanyId company,
        Actor actor,
        Instant at,
        PartyId partyId,
        @Nullable UUID documentId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("party", partyId.value());
    }

    @Override
    public List<Subject> concerns() {
        return documentId == null ? List.of() : List.of(new Subject("document", documentId));
    }
}
