package io.simbaerp.intake;

import io.simbaerp.document.Finding;
import io.simbaerp.document.attachment.AttachmentDraft;
import io.simbaerp.document.part.PartDraft;
import io.simbaerp.invoice.received.ReceivedInvoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a received file turned out to be. */
public sealed interface ReadContent {

    /** The media type by content, such as {@code application/xml}. */
    String mediaType();

    /** The files it carries inside, such as time sheets or pictures. */
    List<AttachmentDraft> files();

    /**
     * An e-invoice, read and judged by the official rules. An invalid one is not refused: its findings go to a person.
     *
     * @param format syntax, such as UBL or CII
     * @param profile BT-24 as stated
     * @param mediaType of the whole file, such as {@code application/pdf} for one that carries its invoice inside
     * @param valid whether no finding is an error
     * @param files what it carries inside
     */
    record EInvoice(
            String format,
            @Nullable String profile,
            String mediaType,
            ReceivedInvoice invoice,
            boolean valid,
            List<Finding> findings,
            List<AttachmentDraft> files)
            implements ReadContent {

        public EInvoice {
            findings = List.copyOf(findings);
            files = List.copyOf(files);
        }
    }

    /**
     * A file that holds documents: a ZIP file, a message. Each of them is received by itself.
     *
     * @param title what it says it is about
     */
    record Container(String mediaType, @Nullable String title, List<PartDraft> parts) implements ReadContent {

        public Container {
            parts = List.copyOf(parts);
        }

        @Override
        public List<AttachmentDraft> files() {
            return List.of();
        }
    }

    /**
     * Anything else: kept and registered as it is.
     *
     * @param findings why it is read no further, if there is something to say about that
     */
    record Plain(String mediaType, List<AttachmentDraft> files, List<Finding> findings) implements ReadContent {

        public Plain {
            files = List.copyOf(files);
            findings = List.copyOf(findings);
        }

        public Plain(String mediaType, List<AttachmentDraft> files) {
            this(mediaType, files, List.of());
        }

        public Plain(String mediaType) {
            this(mediaType, List.of());
        }
    }
}
