package io.simbaerp.integration.content;

import io.simbaerp.integration.cii.CiiInvoiceReader;
import io.simbaerp.integration.en16931.RuleSet;
import io.simbaerp.integration.ksef.FaInvoiceReader;
import io.simbaerp.integration.ksef.FaVersion;
import io.simbaerp.integration.ubl.UblInvoiceReader;
import io.simbaerp.integration.xml.ReadingProblems;
import io.simbaerp.invoice.received.ReceivedInvoice;
import java.util.Optional;
import java.util.function.BiFunction;
import net.sf.saxon.om.NodeInfo;
import org.jspecify.annotations.Nullable;

/**
 * The e-invoices we know, recognised by their root element and nothing else; of several in one file the first named here
 * counts.
 */
enum EInvoiceSyntax {
    UBL_INVOICE(
            "UBL",
            "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2",
            "Invoice",
            "external/schemas/ubl21/maindoc/UBL-Invoice-2.1.xsd",
            RuleSet.UBL,
            UblInvoiceReader::read),
    UBL_CREDIT_NOTE(
            "UBL",
            "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2",
            "CreditNote",
            "external/schemas/ubl21/maindoc/UBL-CreditNote-2.1.xsd",
            RuleSet.UBL,
            UblInvoiceReader::read),
    CII(
            "CII",
            "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
            "CrossIndustryInvoice",
            "external/schemas/d16b/data/standard/CrossIndustryInvoice_100pD16B.xsd",
            RuleSet.CII,
            CiiInvoiceReader::read),
    FA_2(FaVersion.FA_2),
    FA_3(FaVersion.FA_3),
    /** Older than EN 16931: neither its schema nor rules are published any more. */
    ZUGFERD_1(
            "ZUGFeRD 1.0",
            "urn:ferd:CrossIndustryDocument:invoice:1p0",
            "CrossIndustryDocument",
            null,
            null,
            CiiInvoiceReader::readZugferd1);

    private final String format;
    private final String namespace;
    private final String rootElement;
    private final @Nullable String schema;
    private final @Nullable RuleSet rules;
    private final BiFunction<NodeInfo, ReadingProblems, ReceivedInvoice> reader;

    EInvoiceSyntax(
            String format,
            String namespace,
            String rootElement,
            @Nullable String schema,
            @Nullable RuleSet rules,
            BiFunction<NodeInfo, ReadingProblems, ReceivedInvoice> reader) {
        this.format = format;
        this.namespace = namespace;
        this.rootElement = rootElement;
        this.schema = schema;
        this.rules = rules;
        this.reader = reader;
    }

    EInvoiceSyntax(FaVersion version) {
        this(
                version.title(),
                version.namespace(),
                FaVersion.ROOT_ELEMENT,
                version.schema(),
                null,
                (root, problems) -> FaInvoiceReader.read(version, root, problems));
    }

    static Optional<EInvoiceSyntax> of(String namespace, String rootElement) {
        for (EInvoiceSyntax syntax : values()) {
            if (syntax.namespace.equals(namespace) && syntax.rootElement.equals(rootElement)) {
                return Optional.of(syntax);
            }
        }
        return Optional.empty();
    }

    /** The name people know, such as UBL. */
    String format() {
        return format;
    }

    /** The official rules of this syntax, if there are any. */
    Optional<RuleSet> rules() {
        return Optional.ofNullable(rules);
    }

    /** The schema's place on the class path, if there is one. */
    Optional<String> schema() {
        return Optional.ofNullable(schema);
    }

    ReceivedInvoice read(NodeInfo rootElement, ReadingProblems problems) {
        return reader.apply(rootElement, problems);
    }

    /** The version of the structured invoice of KSeF, if it is one. */
    Optional<FaVersion> structured() {
        return FaVersion.of(namespace, rootElement);
    }
}
