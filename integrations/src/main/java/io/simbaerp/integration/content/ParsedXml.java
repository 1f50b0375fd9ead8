package io.simbaerp.integration.content;

import io.simbaerp.document.Finding;
import io.simbaerp.invoice.received.NotPosted;
import java.util.List;
import net.sf.saxon.om.NodeInfo;
import org.jspecify.annotations.Nullable;

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
     * @param reason why it is nothing to post, if we know what it is
     */
    record Other(@Nullable NotPosted reason) implements ParsedXml {}
}
