package io.simbaerp.invoice.automation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether the invoices of a supplier are coded without a person.
 *
 * @param by who switched it on; nobody if it is off
 * @param unedited how many of its last postings in a row were coded as proposed, three at most
 * @param coded how many invoices were coded so
 */
public record TouchlessSwitch(
        UUID supplierId, @Nullable UUID by, @Nullable Instant since, int unedited, int coded) {

    /** So many postings in a row have to be coded as proposed. */
    public static final int NEEDED = 3;

    public boolean on() {
        return by != null;
    }

    /** Whether it may be switched on. */
    public boolean earned() {
        return unedited >= NEEDED;
    }
}
