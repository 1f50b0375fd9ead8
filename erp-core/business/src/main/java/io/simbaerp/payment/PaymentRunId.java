package io.simbaerp.payment;

import java.util.UUID;

/** Names a payment run. */
public record PaymentRunId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
