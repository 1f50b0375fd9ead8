package io.simbaerp.architecture;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
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

    /**
     * The duty a controller's method asks for before anything of the request is read: for methods that bind what was sent, or
     * look for what it names, before they come to the use case that asks. Without it, whoever lacks the duty hears first what
     * is wrong with the request, or whether the record is there.
     */
    @Documented
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Required {

        /** The duty of the use case behind; whoever lacks it is answered 403. */
        Duty value();
    }
}
