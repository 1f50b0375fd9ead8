package io.simbaerp.invoice.duplicate;

import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * An earlier invoice that looks like the one compared.
 *
 * @param state how far it has come
 * @param agrees what is the same in both
 */
public record Likeness(
        UUID invoiceId,
        UUID documentId,
        String number,
        LocalDate issueDate,
        LocalDate receivedOn,
        Money gross,
        String state,
        Set<Agreement> agrees) {

    public Likeness {
        agrees = Set.copyOf(agrees);
    }

    /** What two invoices may have in common. */
    public enum Agreement {
        KSEF_NUMBER,
        SUPPLIER,
        KIND,
        NUMBER,
        ISSUE_DATE,
        AMOUNT
    }

    /** Why it counts, the strongest reason. */
    public enum Reason {
        /** The same number in KSeF. */
        KSEF_NUMBER,
        /** The same supplier, kind, number and issue date. */
        SAME_INVOICE,
        /** The same supplier and number, on another date or of another kind. */
        SAME_NUMBER,
        /** The same supplier, kind and amount within a few days. */
        SAME_AMOUNT
    }

    public Reason reason() {
        if (agrees.contains(Agreement.KSEF_NUMBER)) {
            return Reason.KSEF_NUMBER;
        }
        if (agrees.containsAll(Set.of(Agreement.SUPPLIER, Agreement.KIND, Agreement.NUMBER, Agreement.ISSUE_DATE))) {
            return Reason.SAME_INVOICE;
        }
        return agrees.contains(Agreement.NUMBER) ? Reason.SAME_NUMBER : Reason.SAME_AMOUNT;
    }

    /** Whether it is the same invoice by every mark of one, so that only a mistake could make it another. */
    public boolean exact() {
        return reason() == Reason.KSEF_NUMBER || reason() == Reason.SAME_INVOICE;
    }
}
