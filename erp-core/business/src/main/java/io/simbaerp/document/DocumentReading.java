package io.simbaerp.document;

import java.util.Optional;

/** Shows a document in readable form. Implemented by the modules that know what a kind of documents says. */
public interface DocumentReading {

    /** The readable form of this document, or nothing if it is none of this module's. */
    Optional<ReadableDocument> of(DocumentId document);
}
