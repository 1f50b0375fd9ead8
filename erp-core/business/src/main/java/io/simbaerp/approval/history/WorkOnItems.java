package io.simbaerp.approval.history;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Port to whoever made open items of something else than an invoice: who coded what they owe. */
public interface WorkOnItems {

    /** What was done to what these open items owe; nothing to those it doesn't know. */
    List<PriorAct> on(Collection<UUID> openItems);
}
