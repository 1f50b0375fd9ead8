package io.simbaerp.intake;

import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Finding;
import io.simbaerp.document.QuarantineReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to whoever handed something in.
 *
 * @param number nothing while it is still being read, or if it is quarantined
 * @param reason why it is quarantined, if it is
 * @param added whether this submission made the document
 * @param repeat whether the content was there already, handed in under another key or none
 */
public record Receipt(
        DocumentId id,
        @Nullable String number,
        String kind,
        DocumentState state,
        List<Finding> findings,
        @Nullable QuarantineReason reason,
        boolean added,
        boolean repeat) {

    static Receipt of(DocumentView document, List<Finding> findings, @Nullable QuarantineReason reason) {
        return new Receipt(
                document.id(), document.number(), document.kind(), document.state(), findings, reason, false, false);
    }

    Receipt asAdded() {
        return new Receipt(id, number, kind, state, findings, reason, true, false);
    }

    Receipt asRepeat() {
        return new Receipt(id, number, kind, state, findings, reason, false, true);
    }
}
