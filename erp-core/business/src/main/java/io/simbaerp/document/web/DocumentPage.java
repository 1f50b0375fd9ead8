package io.simbaerp.document.web;

import io.simbaerp.document.DocumentView;
import io.simbaerp.document.ReadableDocument;
import io.simbaerp.document.action.OfferedAction;
import io.simbaerp.page.TimelineRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a document shows.
 *
 * @param tab reading, original or facts
 * @param mark its document class
 * @param original how the original looks, if it is asked for
 */
record DocumentPage(
        DocumentView record,
        String tone,
        String tab,
        @Nullable ReadableDocument reading,
        @Nullable OriginalView original,
        List<FindingRow> findings,
        List<AttachmentRow> attachments,
        List<DocumentRow> parts,
        List<DocumentRow> containers,
        List<TimelineRow> timeline,
        @Nullable ProcessDrawing process,
        @Nullable Quarantine quarantine,
        @Nullable String rejectedBecause,
        List<OfferedAction> actions,
        boolean mayArchive,
        ClassMark mark) {

    /** What a rule says, as a note. */
    record FindingRow(
            String tone,
            String severity,
            String text,
            String rule,
            @Nullable String location) {}

    /** Why it waits for a decision. */
    record Quarantine(String text, String rule, int attempt, String at) {}

    /** What it is called: title, number or file name. */
    public String heading() {
        return heading(record);
    }

    static String heading(DocumentView document) {
        if (document.title() != null) {
            return document.title();
        }
        return document.number() == null ? document.fileName() : document.number();
    }
}
