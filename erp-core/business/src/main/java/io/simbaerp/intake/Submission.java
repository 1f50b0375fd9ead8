package io.simbaerp.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something handed in.
 *
 * @param mediaType what the sender calls it; the content decides
 * @param channel how it reached us: upload, rest, inbox, ...
 * @param idempotencyKey the sender's name for this submission, so that it may be sent again without harm
 * @param receivedOn the day it reached us; by default today in the company's time zone, or the day in its KSeF number
 * @param ksefNumber its number in KSeF, if it came from there
 * @param documentClass code of the document class it belongs to, or nothing for an ordinary document
 */
public record Submission(
        byte[] content,
        String fileName,
        String mediaType,
        String channel,
        @Nullable String idempotencyKey,
        @Nullable LocalDate receivedOn,
        @Nullable String ksefNumber,
        @Nullable String documentClass) {

    public Submission(
            byte[] content,
            String fileName,
            String mediaType,
            String channel,
            @Nullable String idempotencyKey,
            @Nullable LocalDate receivedOn,
            @Nullable String ksefNumber) {
        this(content, fileName, mediaType, channel, idempotencyKey, receivedOn, ksefNumber, null);
    }
}
