package io.simbaerp.payment.file;

/** Port to the format in which a bank takes orders. */
public interface PaymentFileWriter {

    /**
     * The file for these orders; the same orders always give the same bytes.
     *
     * @throws UnwritablePayment if the format can't say what is asked of it
     */
    PaymentFile write(PaymentMessage message);

    /** Whether files are checked against the official schema here. */
    boolean checksSchema();
}
