package io.simbaerp.document.web;

import io.simbaerp.document.DocumentState;
import io.simbaerp.document.DocumentView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document in a list.
 *
 * @param tone the colour that goes with the word of its state
 */
record DocumentRow(
        UUID id,
        @Nullable String number,
        String title,
        String kind,
        DocumentState state,
        String tone,
        Instant receivedAt,
        String channel) {

    static DocumentRow of(DocumentView document) {
        return new DocumentRow(
                document.id().value(),
                document.number(),
                document.title() == null ? document.fileName() : document.title(),
                document.kind(),
                document.state(),
                tone(document.state()),
                document.receivedAt(),
                document.channel());
    }

    static String tone(DocumentState state) {
        return switch (state) {
            case RECEIVED, ARCHIVED -> "mute";
            case IN_PROCESS -> "info";
            case QUARANTINED, REJECTED -> "bad";
            case POSTED, PAID -> "good";
        };
    }
}
