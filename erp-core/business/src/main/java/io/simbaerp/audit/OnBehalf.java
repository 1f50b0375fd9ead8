package io.simbaerp.audit;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import org.jspecify.annotations.Nullable;

/** An event somebody caused for somebody else, as the system does when it registers what a person handed in. */
public interface OnBehalf extends BusinessEvent {

    /** For whom it was done, or nothing if the actor acted in the own name. */
    @Nullable
    Actor onBehalfOf();
}
