package io.simbaerp.intake.web;

import io.simbaerp.document.DocumentState;
import io.simbaerp.document.wording.FindingInWords;
import io.simbaerp.intake.Receipt;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to whoever handed a document in.
 *
 * @param repeat true if the content was there already; left out otherwise
 */
record ReceiptBody(
        UUID id,
        @Nullable String number,
        String kind,
        DocumentState state,
        List<FindingInWords> findings,
        @Nullable Boolean repeat) {

    static ReceiptBody of(Receipt receipt, List<FindingInWords> findings) {
        return new ReceiptBody(
                receipt.id().value(),
                receipt.number(),
                receipt.kind(),
                receipt.state(),
                findings,
                receipt.repeat() ? true : null);
    }
}
