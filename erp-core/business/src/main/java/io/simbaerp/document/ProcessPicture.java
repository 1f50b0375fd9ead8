package io.simbaerp.document;

import java.util.Optional;

/** Draws the process a document goes through, with the step it is at. Implemented by the engine's adapter. */
public interface ProcessPicture {

    /** The process of this document, running or ended, or nothing if it has none. */
    Optional<DrawnProcess> of(DocumentId document);
}
