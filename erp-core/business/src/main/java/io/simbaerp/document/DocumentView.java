package io.simbaerp.document;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document as others see it.
 *
 * @param number DOC/2026/000001, or nothing before it is registered
 * @param kind one of {@link DocumentKind}
 * @param sha256 the name of its original in the archive
 * @param channel how it reached us: upload, rest, inbox, ...
 * @param receivedOn the day it reached us, in the company's time zone
 * @param title what it is in a few words, such as supplier and invoice number
 */
public record DocumentView(
        DocumentId id,
        @Nullable String number,
        String kind,
        DocumentState state,
        String fileName,
        String mediaType,
        String sha256,
        long size,
        String channel,
        Instant receivedAt,
        LocalDate receivedOn,
        @Nullable String ksefNumber,
        @Nullable String title,
        int version) {}
