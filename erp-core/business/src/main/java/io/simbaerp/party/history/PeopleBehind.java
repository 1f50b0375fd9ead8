package io.simbaerp.party.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Port to whoever knows which of our own people a partner is: nobody decides about what is paid to themselves. */
public interface PeopleBehind {

    /** That a partner is one of our people, and since when that is known. */
    record Link(UUID party, UUID person, Instant since) {}

    /** Of these partners; most are nobody of ours. */
    List<Link> of(Collection<UUID> parties);
}
