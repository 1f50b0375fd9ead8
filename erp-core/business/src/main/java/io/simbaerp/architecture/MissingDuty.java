package io.simbaerp.architecture;

import java.util.concurrent.atomic.AtomicBoolean;

/** The actor doesn't hold the duty this needs. REST answers 403. */
public class MissingDuty extends RuntimeException {

    private final Duty duty;
    private final AtomicBoolean told = new AtomicBoolean();

    public MissingDuty(Duty duty) {
        super("duty.missing: " + duty);
        this.duty = duty;
    }

    public Duty duty() {
        return duty;
    }

    /** Whether nobody has told of it so far: true to the first who asks, who then tells. */
    public boolean isToBeTold() {
        return told.compareAndSet(false, true);
    }
}
