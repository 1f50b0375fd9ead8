package io.simbaerp.approval.round;

/** How a round stands. */
public enum RoundState {
    OPEN,
    GRANTED,
    REFUSED
}
