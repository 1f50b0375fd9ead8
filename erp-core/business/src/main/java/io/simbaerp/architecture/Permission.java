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

    /**
     * Where a duty was asked for at the door already: how far it reaches.
     *
     * @throws RuleViolation duty.beyond-limit if the duty is held and doesn't reach so far
     */
    public void requireReach(Duty duty, Extent extent) {
        Acting acting = currentActor.get();
        if (acting.may(duty) && !acting.may(duty, extent)) {
            throw new RuleViolation("duty.beyond-limit", duty.name());
        }
    }

    /**
     * For acts on an amount, at a cost centre, on a document of a type.
     *
     * @throws MissingDuty if the actor doesn't hold the duty
     * @throws RuleViolation duty.beyond-limit if it is held and doesn't reach so far
     */
    public void require(Duty duty, Extent extent) {
        require(duty);
        requireReach(duty, extent);
    }
}
