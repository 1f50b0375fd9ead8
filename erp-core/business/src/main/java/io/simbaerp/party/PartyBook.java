package io.simbaerp.party;

import io.simbaerp.architecture.NotFound;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The parties of the company acted for, as aggregates. */
interface PartyBook extends Repository<Party, UUID> {

    Optional<Party> findById(UUID id);

    Party saveAndFlush(Party party);

    void flush();

    /** The party, or nothing anybody may know of. */
    default Party existing(PartyId id) {
        return findById(id.value()).orElseThrow(() -> new NotFound("party", id));
    }
}
