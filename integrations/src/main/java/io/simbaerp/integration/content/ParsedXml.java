package io.simbaerp.integration.content;

import io.simbaerp.document.Finding;
import java.util.List;
import net.sf.saxon.om.NodeInfo;

/** What one pass over an XML file gave. */
sealed interface ParsedXml {

    /**
     * An e-invoice.
     *
     * @param document the document node of the tree
     * @param schemaFindings where it breaks its schema
     */
    record Invoice(EInvoiceSyntax syntax, NodeInfo document, List<Finding> schemaFindings) implements ParsedXml {}

    /**
     * Well-formed, and nothing we read.
     *
     * @param order whether it is an order or an answer to one
     */
    record Other(boolean order) implements ParsedXml {}
}
