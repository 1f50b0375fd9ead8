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
import com.helger.phive.peppol.PeppolValidation2026_05;
import com.helger.phive.xrechnung.XRechnungValidation;
import com.helger.phive.zugferd.ZugferdValidation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.LoggerFactory;

/** The peer: phive's own validator, XSD and Schematron of what the file follows, in the same release of the rules. */
final class PhiveValidator {

    private final ValidationExecutorSetRegistry<IValidationSourceXML> registry = new ValidationExecutorSetRegistry<>();

    PhiveValidator() {
        // It logs two lines for every file, which would count against it.
        ((Logger) LoggerFactory.getLogger("com.helger")).setLevel(Level.WARN);
        EN16931Validation.initEN16931(registry);
        PeppolValidation2026_05.init(registry);
        XRechnungValidation.initXRechnung(registry);
        ZugferdValidation.initZugferd(registry);
        StructuredInvoiceRules.register(registry);
    }

    /** The rules that failed; empty for a file that keeps them all. */
    Set<String> validate(InvoiceFile file) {
        IValidationExecutorSet<IValidationSourceXML> rules = registry.getOfID(coordinate(file));
        ValidationResultList results = ValidationExecutionManager.executeValidation(
                IValidityDeterminator.createDefault(),
                rules,
                ValidationSourceXML.create(new ReadableResourceByteArray(Unpacked.xml(file))));
        Set<String> failed = new TreeSet<>();
        results.forEachFlattened(error -> failed.add(error.hasErrorID() ? error.getErrorID() : "XSD"));
        return failed;
    }

    /** The rules of the specification a file claims to follow, in the releases we use. */
    private static DVRCoordinate coordinate(InvoiceFile file) {
        String claims = file.specification();
        if (file.root().equals("Faktura")) {
            return StructuredInvoiceRules.of(claims);
        }
        if (claims.contains("peppol.eu:2017:poacc:billing:3.0")) {
            return file.root().equals("CreditNote")
                    ? PeppolValidation2026_05.VID_OPENPEPPOL_CREDIT_NOTE_UBL_V3
                    : PeppolValidation2026_05.VID_OPENPEPPOL_INVOICE_UBL_V3;
        }
        if (claims.contains("xrechnung_3.0")) {
            return xRechnung(file.root(), claims.contains("extension"));
        }
        if (claims.contains("factur-x.eu:1p0:")) {
            return facturX(claims.substring(claims.lastIndexOf(':') + 1));
        }
        return standard(file.root());
    }

    private static DVRCoordinate xRechnung(String root, boolean extension) {
        return switch (root) {
            case "Invoice" ->
                extension
                        ? XRechnungValidation.VID_XRECHNUNG_EXTENSION_UBL_INVOICE_302
                        : XRechnungValidation.VID_XRECHNUNG_UBL_INVOICE_302;
            case "CreditNote" -> XRechnungValidation.VID_XRECHNUNG_UBL_CREDITNOTE_302;
            default ->
                extension
                        ? XRechnungValidation.VID_XRECHNUNG_EXTENSION_CII_302
                        : XRechnungValidation.VID_XRECHNUNG_CII_302;
        };
    }

    private static DVRCoordinate facturX(String profile) {
        return switch (profile) {
            case "minimum" -> ZugferdValidation.VID_ZUGFERD_2_4_MINIMUM;
            case "basicwl" -> ZugferdValidation.VID_ZUGFERD_2_4_BASIC_WL;
            case "basic" -> ZugferdValidation.VID_ZUGFERD_2_4_BASIC;
            default -> ZugferdValidation.VID_ZUGFERD_2_4_EXTENDED;
        };
    }

    private static DVRCoordinate standard(String root) {
        return switch (root) {
            case "Invoice" -> EN16931Validation.VID_UBL_INVOICE_1316;
            case "CreditNote" -> EN16931Validation.VID_UBL_CREDIT_NOTE_1316;
            default -> EN16931Validation.VID_CII_1316;
        };
    }
}
