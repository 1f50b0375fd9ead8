package io.simbaerp.document;

import io.simbaerp.architecture.Actor;
import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a document once it has been read.
 *
 * @param kind one of {@link DocumentKind}
 * @param title what it is in a few words
 * @param mediaType what the content was recognised as, if that is known better than the sender said
 * @param onBehalfOf for whom it is registered; if nothing is given, for whoever handed it in
 * @param content what lists show of its content, if it was read
 */
public record RegistrationDraft(
        DocumentId documentId,
        String kind,
        @Nullable String title,
        @Nullable String mediaType,
        List<Finding> findings,
        @Nullable Actor onBehalfOf,
        @Nullable Content content) {

    /**
     * What lists show, search, filter and sort of a document's content, as its sender wrote it.
     *
     * @param number the sender's own number of the document
     * @param amount what it claims in all
     */
    public record Content(
            @Nullable String supplierName,
            @Nullable String supplierTaxId,
            @Nullable String number,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate dueOn,
            @Nullable Money amount) {}

    public RegistrationDraft(
            DocumentId documentId,
            String kind,
            @Nullable String title,
            @Nullable String mediaType,
            List<Finding> findings,
            @Nullable Actor onBehalfOf) {
        this(documentId, kind, title, mediaType, findings, onBehalfOf, null);
    }
}
