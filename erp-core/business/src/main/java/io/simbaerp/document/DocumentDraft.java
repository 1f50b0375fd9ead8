package io.simbaerp.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document as it reached us, before anybody has read it.
 *
 * @param content the original, byte for byte
 * @param channel how it reached us: upload, rest, inbox, ...
 * @param receivedOn the day it reached us, in the company's time zone
 * @param documentClass code of its document class, or nothing for an ordinary document
 */
public record DocumentDraft(
        byte[] content,
        String fileName,
        String mediaType,
        String channel,
        LocalDate receivedOn,
        @Nullable String ksefNumber,
        @Nullable String documentClass) {

    public DocumentDraft(
            byte[] content,
            String fileName,
            String mediaType,
            String channel,
            LocalDate receivedOn,
            @Nullable String ksefNumber) {
        this(content, fileName, mediaType, channel, receivedOn, ksefNumber, null);
    }
}
