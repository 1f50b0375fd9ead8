package io.simbaerp.payment.file;

/** A payment file would not be what its format demands; the message names element and rule. */
public class UnwritablePayment extends RuntimeException {

    public UnwritablePayment(String reason) {
        super(reason);
    }
}
