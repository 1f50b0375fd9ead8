package io.simbaerp.controlled;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a controlled document.
 *
 * @param documentNumber the document's own number
 * @param number which published version it is; nothing before
 * @param edition counts the changes of a draft, so that nobody overwrites what another changed meanwhile
 * @param body the text in Markdown, where no file says it
 * @param authors everybody who wrote or submitted it
 * @param note why the reviewer returned or rejected it
 */
public record VersionView(
        UUID id,
        UUID documentId,
        String documentNumber,
        @Nullable Integer number,
        Standing standing,
        int edition,
        String title,
        ControlledKind kind,
        @Nullable String body,
        @Nullable FileView file,
        @Nullable String changeNote,
        List<String> readers,
        int readWithinDays,
        int reviewMonths,
        @Nullable LocalDate wishedFrom,
        @Nullable LocalDate effectiveFrom,
        String contentHash,
        List<String> authors,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable Instant publishedAt,
        @Nullable String approvedBy,
        @Nullable String note) {

    /** The file that says it, by the hash of its bytes. */
    public record FileView(String name, String sha256, long size) {}
}
