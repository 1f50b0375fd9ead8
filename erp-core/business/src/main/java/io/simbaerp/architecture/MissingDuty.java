package io.simbaerp.architecture;

/** The actor doesn't hold the duty this needs. REST answers 403. */
public class MissingDuty extends RuntimeException {

    private final Duty duty;

    public MissingDuty(Duty duty) {
        super("duty.missing: " + duty);
        this.duty = duty;
    }

    public Duty duty() {
        return duty;
    }
}
