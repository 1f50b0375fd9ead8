package io.simbaerp.document.web;

import io.simbaerp.document.DocumentKind;
import io.simbaerp.document.DocumentState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the list of documents shows. */
record DocumentList(
        List<DocumentRow> rows, @Nullable String next, DocumentFilterForm filter, List<DocumentFilterForm.Chip> chips) {

    public List<DocumentState> states() {
        return List.of(DocumentState.values());
    }

    public List<String> kinds() {
        return List.of(DocumentKind.PURCHASE_INVOICE, DocumentKind.CREDIT_NOTE, DocumentKind.PLAIN);
    }
}
