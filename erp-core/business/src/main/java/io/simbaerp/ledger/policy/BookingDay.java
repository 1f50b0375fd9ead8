package io.simbaerp.ledger.policy;

import java.time.LocalDate;

/** Which day JPK_KR_PD is told as the booking date (D_8). */
public enum BookingDay {
    /** The day the entry was recorded; numbers follow it. */
    RECORDING_DAY,
    /** The day under which the entry stands in the books. */
    POSTING_DAY;

    /** The booking date of an entry. */
    public LocalDate of(LocalDate recordedOn, LocalDate postingDate) {
        return this == POSTING_DAY ? postingDate : recordedOn;
    }
}
