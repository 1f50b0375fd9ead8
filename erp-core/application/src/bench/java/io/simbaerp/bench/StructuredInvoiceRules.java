package io.simbaerp.bench;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.io.resource.ClassPathResource;
import com.helger.phive.api.EValidationType;
import com.helger.phive.api.artefact.ValidationArtefact;
import com.helger.phive.api.executorset.ValidationExecutorSet;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.executorset.status.ValidationExecutorSetStatus;
import com.helger.phive.ksef.KSeFValidation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.xsd.ValidationExecutorXSD;
import io.simbaerp.integration.ksef.FaVersion;
import java.io.InputStream;
import java.util.Objects;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/**
 * The schemas of structured invoices in phive's validator. Its own set asks the ministry's server for the base types, so
 * the schemas of its jar are compiled here with the base types we keep; what it does with them is its own.
 */
final class StructuredInvoiceRules {

    private StructuredInvoiceRules() {}

    static void register(ValidationExecutorSetRegistry<IValidationSourceXML> registry) {
        for (FaVersion version : new FaVersion[] {FaVersion.FA_2, FaVersion.FA_3}) {
            Schema schema = compiled(version);
            registry.registerValidationExecutorSet(ValidationExecutorSet.create(
                    of(version.title()),
                    version.title(),
                    ValidationExecutorSetStatus.createValidNow(),
                    new ValidationExecutorXSD(
                            new ValidationArtefact(EValidationType.XSD, new ClassPathResource(version.schema())),
                            () -> schema)));
        }
    }

    /** @param title such as FA(3) */
    static DVRCoordinate of(String title) {
        return title.equals("FA(2)") ? KSeFValidation.KSEF_2 : KSeFValidation.KSEF_3;
    }

    private static Schema compiled(FaVersion version) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty("http://www.oracle.com/xml/jaxp/properties/maxOccurLimit", "100000");
            DOMImplementationLS inputs = (DOMImplementationLS)
                    DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
            String folder = version.schema().substring(0, version.schema().lastIndexOf('/') + 1);
            factory.setResourceResolver((type, namespace, publicId, systemId, base) -> {
                String path = FaVersion.BASE_TYPES.equals(namespace)
                        ? FaVersion.BASE_TYPES_SCHEMA
                        : folder + systemId.substring(systemId.lastIndexOf('/') + 1);
                LSInput input = inputs.createLSInput();
                input.setByteStream(open(path));
                input.setSystemId(path);
                return input;
            });
            return factory.newSchema(new StreamSource(open(version.schema()), version.schema()));
        } catch (SAXException | ReflectiveOperationException broken) {
            throw new IllegalStateException(version.schema() + " does not compile", broken);
        }
    }

    private static InputStream open(String path) {
        return Objects.requireNonNull(
                StructuredInvoiceRules.class.getClassLoader().getResourceAsStream(path), path);
    }
}
