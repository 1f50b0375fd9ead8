package io.simbaerp.architecture;

import org.springframework.stereotype.Component;

/** Whether the actor holds a duty in the company acted for. Denied unless granted. */
@Component
public class Permission {

    private final CurrentActor currentActor;

    Permission(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    /** For pages and menus: offers only what would be allowed. */
    public boolean has(Duty duty) {
        return currentActor.find().map(acting -> acting.may(duty)).orElse(false);
    }

    /** @throws MissingDuty if the actor doesn't hold it */
    public void require(Duty duty) {
        if (!currentActor.get().may(duty)) {
            throw new MissingDuty(duty);
        }
    }
}
