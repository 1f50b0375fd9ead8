package io.simbaerp.party.risk;

/** How risky a supplier is. */
public enum Risk {
    LOW,
    NORMAL,
    HIGH
}
