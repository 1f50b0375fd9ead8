package io.simbaerp.integration.iso20022;

import io.simbaerp.payment.file.PaymentFile;
import io.simbaerp.payment.file.PaymentFileWriter;
import io.simbaerp.payment.file.PaymentMessage;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Payment files as ISO 20022 messages. Without the schema's folder they are written all the same, and say so. */
@Component
class Iso20022PaymentFiles implements PaymentFileWriter {

    private final @Nullable Iso20022Schema schema;

    Iso20022PaymentFiles(@Value("${simba.iso20022.schemas:}") String folder) {
        this.schema = folder.isBlank() ? null : Iso20022Schema.load(Path.of(folder), Pain001Writer.FORMAT);
    }

    @Override
    public PaymentFile write(PaymentMessage message) {
        byte[] content = Pain001Writer.write(message);
        if (schema != null) {
            schema.check(content);
        }
        return new PaymentFile(content, Pain001Writer.FORMAT, schema != null);
    }

    @Override
    public boolean checksSchema() {
        return schema != null;
    }
}
