package io.simbaerp.integration.content;

import io.simbaerp.integration.ksef.FaVersion;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/** The official schemas, compiled once out of their jars. An address they name is only ever looked up in those jars. */
final class EInvoiceSchemas {

    /** The structured invoice allows 50,000 corrected invoices; only our own schemas are ever compiled. */
    private static final String MOST_OCCURRENCES = "http://www.oracle.com/xml/jaxp/properties/maxOccurLimit";

    private static final String CLASS_PATH = "classpath:/";

    /** What UBL's signature part and the structured invoice of KSeF import by namespace alone. */
    private static final Map<String, String> IMPORTS = Map.of(
            FaVersion.BASE_TYPES,
            FaVersion.BASE_TYPES_SCHEMA,
            "http://www.w3.org/2000/09/xmldsig#",
            "schemas/xmldsig-core-schema.xsd",
            "http://uri.etsi.org/01903/v1.3.2#",
            "schemas/XAdES01903v132-201601.xsd",
            "http://uri.etsi.org/01903/v1.4.1#",
            "schemas/XAdES01903v141-201601.xsd",
            "urn:un:unece:uncefact:data:specification:CoreComponentTypeSchemaModule:2",
            "schemas/CCTS_CCT_SchemaModule.xsd");

    /** What the widest profile of Factur-X allows beyond CII D16B. */
    static final String FACTUR_X_EXTENDED = "external/schemas/2.4/extended/FACTUR-X_EXTENDED.xsd";

    private final Map<String, Schema> compiled = new HashMap<>();

    /** Compiles every schema, unless that has been done. */
    void prepare() {
        for (EInvoiceSyntax syntax : EInvoiceSyntax.values()) {
            syntax.schema().ifPresent(this::schema);
        }
    }

    /** @return nothing for a syntax without a schema */
    @Nullable
    ValidatorHandler handler(EInvoiceSyntax syntax) throws SAXException {
        String path = syntax.schema().orElse(null);
        return path == null ? null : handler(path);
    }

    /** @param path of a schema on the class path */
    ValidatorHandler handler(String path) throws SAXException {
        ValidatorHandler handler = schema(path).newValidatorHandler();
        handler.setProperty("http://apache.org/xml/properties/locale", Locale.ENGLISH);
        return handler;
    }

    private synchronized Schema schema(String path) {
        return compiled.computeIfAbsent(path, EInvoiceSchemas::compile);
    }

    private static Schema compile(String path) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(MOST_OCCURRENCES, "100000");
            factory.setResourceResolver(
                    (type, namespace, publicId, systemId, base) -> resolve(namespace, systemId, base));
            return factory.newSchema(source(path));
        } catch (SAXException broken) {
            throw new IllegalStateException("The schema " + path + " does not compile", broken);
        }
    }

    private static LSInput resolve(@Nullable String namespace, @Nullable String systemId, @Nullable String base) {
        String known = namespace == null ? null : IMPORTS.get(namespace);
        String path;
        if (known != null) {
            path = known;
        } else if (systemId != null && base != null && base.startsWith(CLASS_PATH)) {
            path = URI.create("/" + base.substring(CLASS_PATH.length()))
                    .resolve(systemId)
                    .getPath()
                    .substring(1);
        } else {
            throw new IllegalStateException("A schema asks for " + namespace + " at " + systemId);
        }
        return new ClassPathInput(CLASS_PATH + path, open(path));
    }

    private static Source source(String path) {
        return new StreamSource(open(path), CLASS_PATH + path);
    }

    private static InputStream open(String path) {
        InputStream stream = EInvoiceSchemas.class.getClassLoader().getResourceAsStream(path);
        if (stream == null) {
            throw new IllegalStateException("The schema " + path + " is not on the class path");
        }
        return stream;
    }
}
