package io.simbaerp.controlled.web;

import io.simbaerp.controlled.DocumentView;
import io.simbaerp.controlled.VersionView;
import io.simbaerp.controlled.reading.Readings;
import io.simbaerp.controlled.text.Block;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A controlled document as its page shows it.
 *
 * @param version the version that is shown
 * @param text what it says, where no file does
 * @param authors its authors by name
 * @param approvedBy who approved it, by name
 * @param readers the roles that have to read it, by name
 * @param reading who has read it; empty for those who are not to know
 * @param progress how far the reading has come; nothing before it is published
 * @param readBy until when the reader has to have read it; nothing if it doesn't wait for them
 */
record ControlledPage(
        DocumentView document,
        VersionView version,
        String tone,
        List<Block> text,
        String authors,
        @Nullable String approvedBy,
        List<String> readers,
        List<Readings.Reader> reading,
        Readings.@Nullable Progress progress,
        @Nullable LocalDate readBy,
        @Nullable Withdrawn withdrawn,
        List<VersionRow> versions,
        List<Looked> looked,
        May may) {

    /** That it was taken out of use. */
    record Withdrawn(String by, Instant at, String reason) {}

    /** A version among the others. */
    record VersionRow(
            UUID id,
            @Nullable Integer number,
            String standing,
            String tone,
            String title,
            @Nullable LocalDate effectiveFrom,
            Instant at,
            @Nullable String changeNote,
            boolean shown,
            boolean comparable) {}

    /** A periodic review. */
    record Looked(
            String outcome,
            String by,
            Instant at,
            @Nullable String note,
            @Nullable LocalDate nextOn) {}

    /** What the reader may do here. */
    record May(boolean edit, boolean submit, boolean revise, boolean remind, boolean withdraw) {}
}
