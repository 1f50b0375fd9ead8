package io.simbaerp.integration.iso20022;

import io.simbaerp.payment.file.UnwritablePayment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;

/** The official schema of a message, out of a folder of the operator's: it may not be handed on with the program. */
final class Iso20022Schema {

    private final Schema schema;

    private Iso20022Schema(Schema schema) {
        this.schema = schema;
    }

    /** @throws IllegalStateException if the folder doesn't hold the schema or it can't be read */
    static Iso20022Schema load(Path folder, String message) {
        Path file = folder.resolve(message + ".xsd");
        if (!Files.isReadable(file)) {
            throw new IllegalStateException("simba.iso20022.schemas: " + file + " is missing or can't be read");
        }
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return new Iso20022Schema(factory.newSchema(file.toFile()));
        } catch (SAXException broken) {
            throw new IllegalStateException("simba.iso20022.schemas: " + file + " is no schema", broken);
        }
    }

    /** @throws UnwritablePayment with what the schema says */
    void check(byte[] content) {
        try {
            Validator validator = schema.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.validate(new StreamSource(new ByteArrayInputStream(content)));
        } catch (SAXException invalid) {
            throw new UnwritablePayment(String.valueOf(invalid.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
