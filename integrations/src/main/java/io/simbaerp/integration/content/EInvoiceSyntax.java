package io.simbaerp.integration.content;

import io.simbaerp.integration.cii.CiiInvoiceReader;
import io.simbaerp.integration.en16931.RuleSet;
import io.simbaerp.integration.ubl.UblInvoiceReader;
import io.simbaerp.integration.xml.ReadingProblems;
import io.simbaerp.invoice.received.ReceivedInvoice;
import java.util.Optional;
import net.sf.saxon.om.NodeInfo;

/** The e-invoices we know, recognised by their root element and nothing else. */
enum EInvoiceSyntax {
    UBL_INVOICE(
            RuleSet.UBL,
            "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2",
            "Invoice",
            "external/schemas/ubl21/maindoc/UBL-Invoice-2.1.xsd"),
    UBL_CREDIT_NOTE(
            RuleSet.UBL,
            "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2",
            "CreditNote",
            "external/schemas/ubl21/maindoc/UBL-CreditNote-2.1.xsd"),
    CII(
            RuleSet.CII,
            "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
            "CrossIndustryInvoice",
            "external/schemas/d16b/data/standard/CrossIndustryInvoice_100pD16B.xsd");

    private final RuleSet rules;
    private final String namespace;
    private final String rootElement;
    private final String schema;

    EInvoiceSyntax(RuleSet rules, String namespace, String rootElement, String schema) {
        this.rules = rules;
        this.namespace = namespace;
        this.rootElement = rootElement;
        this.schema = schema;
    }

    static Optional<EInvoiceSyntax> of(String namespace, String rootElement) {
        for (EInvoiceSyntax syntax : values()) {
            if (syntax.namespace.equals(namespace) && syntax.rootElement.equals(rootElement)) {
                return Optional.of(syntax);
            }
        }
        return Optional.empty();
    }

    /** The name people know: UBL or CII. */
    String format() {
        return rules.name();
    }

    RuleSet rules() {
        return rules;
    }

    /** The schema's place on the class path. */
    String schema() {
        return schema;
    }

    ReceivedInvoice read(NodeInfo rootElement, ReadingProblems problems) {
        return rules == RuleSet.UBL
                ? UblInvoiceReader.read(rootElement, problems)
                : CiiInvoiceReader.read(rootElement, problems);
    }
}
