package io.simbaerp.document.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An original as a page shows it: a PDF or a picture as it looks, XML in lines that can be read, other text as it is; of
 * a locked one why it is locked.
 *
 * @param kind which of these, or that there is no way to show it
 * @param lines of XML
 * @param source other text, or why it is locked
 * @param cut whether only the beginning is shown
 */
record OriginalView(
        UUID document,
        String fileName,
        Kind kind,
        List<Line> lines,
        @Nullable String source,
        boolean cut) {

    /** How an original can be shown. */
    enum Kind {
        PDF,
        PICTURE,
        XML,
        TEXT,
        LOCKED,
        NONE
    }

    /**
     * A line of XML.
     *
     * @param depth how far it is set in, at most 12
     * @param text what stands between the tags
     */
    record Line(int depth, String open, @Nullable String text, String close) {}
}
