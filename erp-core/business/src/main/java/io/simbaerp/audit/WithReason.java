package io.simbaerp.audit;

import io.simbaerp.architecture.BusinessEvent;
import org.jspecify.annotations.Nullable;

/** An event whose actor said why. */
public interface WithReason extends BusinessEvent {

    /** Why it was done, in the words of whoever did it; nothing where no reason was given. */
    @Nullable
    String reason();
}
