package io.simbaerp.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.io.resource.inmemory.ReadableResourceByteArray;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.IValidationExecutorSet;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.result.ValidationResultList;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.LoggerFactory;

/** The peer: phive's own validator for EN 16931, XSD and Schematron, in the same release of the rules. */
final class PhiveValidator {

    private final ValidationExecutorSetRegistry<IValidationSourceXML> registry = new ValidationExecutorSetRegistry<>();

    PhiveValidator() {
        // It logs two lines for every file, which would count against it.
        ((Logger) LoggerFactory.getLogger("com.helger")).setLevel(Level.WARN);
        EN16931Validation.initEN16931(registry);
    }

    /** The rules that failed; empty for a file that keeps them all. */
    Set<String> validate(InvoiceFile file) {
        IValidationExecutorSet<IValidationSourceXML> rules = registry.getOfID(coordinate(file));
        ValidationResultList results = ValidationExecutionManager.executeValidation(
                IValidityDeterminator.createDefault(),
                rules,
                ValidationSourceXML.create(new ReadableResourceByteArray(file.bytes())));
        Set<String> failed = new TreeSet<>();
        results.forEachFlattened(error -> failed.add(error.hasErrorID() ? error.getErrorID() : "XSD"));
        return failed;
    }

    private static DVRCoordinate coordinate(InvoiceFile file) {
        return switch (file.root()) {
            case "Invoice" -> EN16931Validation.VID_UBL_INVOICE_1316;
            case "CreditNote" -> EN16931Validation.VID_UBL_CREDIT_NOTE_1316;
            default -> EN16931Validation.VID_CII_1316;
        };
    }
}
