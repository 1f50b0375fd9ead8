package io.simbaerp.document;

import io.simbaerp.architecture.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a document once it has been read.
 *
 * @param kind one of {@link DocumentKind}
 * @param title what it is in a few words
 * @param mediaType what the content was recognised as, if that is known better than the sender said
 * @param onBehalfOf for whom it is registered; if nothing is given, for whoever handed it in
 */
public record RegistrationDraft(
        DocumentId documentId,
        String kind,
        @Nullable String title,
        @Nullable String mediaType,
        List<Finding> findings,
        @Nullable Actor onBehalfOf) {}
