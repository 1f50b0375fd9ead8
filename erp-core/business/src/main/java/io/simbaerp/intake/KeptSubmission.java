package io.simbaerp.intake;

import io.simbaerp.document.DocumentView;

/** What the first transaction made of a submission. */
public record KeptSubmission(DocumentView document, Kind kind) {

    /** New, sent again under the same key, or content that is there already. */
    public enum Kind {
        ADDED,
        REPLAYED,
        REPEATED
    }
}
