package io.simbaerp.ledger;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Who keeps open items for a payment that is under way. Implemented by the module that pays. */
public interface OpenItemHold {

    /** Which of these items are held, each with the name people know the holder by. */
    Map<UUID, String> holders(Collection<UUID> items);
}
