package io.simbaerp.testing;

import io.simbaerp.payment.file.PaymentFile;
import io.simbaerp.payment.file.PaymentFileWriter;
import io.simbaerp.payment.file.PaymentMessage;
import java.nio.charset.StandardCharsets;

/** Writes payments down as plain text where no format is on the class path. */
public class TestPaymentFileWriter implements PaymentFileWriter {

    @Override
    public PaymentFile write(PaymentMessage message) {
        return new PaymentFile(message.toString().getBytes(StandardCharsets.UTF_8), "text", false);
    }

    @Override
    public boolean checksSchema() {
        return false;
    }
}
