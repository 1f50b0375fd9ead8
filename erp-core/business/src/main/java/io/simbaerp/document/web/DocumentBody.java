package io.simbaerp.document.web;

import io.simbaerp.document.DocumentState;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.wording.FindingInWords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document in REST; findings only where one document is asked for. */
record DocumentBody(
        UUID id,
        @Nullable String number,
        String kind,
        DocumentState state,
        @Nullable String title,
        String fileName,
        String mediaType,
        String sha256,
        long size,
        String channel,
        Instant receivedAt,
        LocalDate receivedOn,
        @Nullable String ksefNumber,
        int version,
        @Nullable List<FindingInWords> findings) {

    static DocumentBody row(DocumentView document) {
        return of(document, null);
    }

    static DocumentBody whole(DocumentView document, List<FindingInWords> findings) {
        return of(document, findings);
    }

    private static DocumentBody of(DocumentView document, @Nullable List<FindingInWords> findings) {
        return new DocumentBody(
                document.id().value(),
                document.number(),
                document.kind(),
                document.state(),
                document.title(),
                document.fileName(),
                document.mediaType(),
                document.sha256(),
                document.size(),
                document.channel(),
                document.receivedAt(),
                document.receivedOn(),
                document.ksefNumber(),
                document.version(),
                findings);
    }
}
