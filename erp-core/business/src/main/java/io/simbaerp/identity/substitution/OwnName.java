package io.simbaerp.identity.substitution;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.RuleViolation;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whoever arranges or ends substitutions does so in their own name. */
@Component
class OwnName {

    private final CurrentActor currentActor;

    OwnName(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    /** @throws RuleViolation substitution.acting-for-another, substitution.people-only */
    UUID require() {
        Acting acting = currentActor.get();
        if (acting.onBehalfOf() != null) {
            throw new RuleViolation("substitution.acting-for-another");
        }
        return acting.actor().userId().orElseThrow(() -> new RuleViolation("substitution.people-only"));
    }
}
