package io.simbaerp.integration.content;

import io.simbaerp.document.attachment.AttachmentDraft;
import io.simbaerp.integration.pdf.EmbeddedFile;
import io.simbaerp.invoice.received.Attachment;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.SupportingDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a document carries inside, with the type told from the content of each file. */
final class CarriedFiles {

    private static final int LONGEST_NAME = 200;

    private CarriedFiles() {}

    /** The supporting documents of an invoice (BG-24), after what its PDF carries. */
    static List<AttachmentDraft> of(ReceivedInvoice invoice, List<AttachmentDraft> ofThePdf) {
        List<AttachmentDraft> files = new ArrayList<>(ofThePdf);
        for (SupportingDocument document : invoice.supportingDocuments()) {
            Attachment attachment = document.attachment();
            if (attachment != null) {
                byte[] content = attachment.content().orElse(new byte[0]);
                String described = Stream.of(document.reference(), document.description())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(": "));
                files.add(draft(attachment.fileName(), described, content));
            }
        }
        return files;
    }

    static AttachmentDraft of(EmbeddedFile file) {
        return draft(file.name(), Objects.requireNonNullElse(file.description(), ""), file.content());
    }

    private static AttachmentDraft draft(String name, String described, byte[] content) {
        return new AttachmentDraft(
                shown(name), MediaTypes.of(content), described.isBlank() ? null : cleaned(described), content);
    }

    /** Without the sender's folders and without characters that could pretend to be another name. */
    private static String shown(String name) {
        String bare = cleaned(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
        return bare.isEmpty() ? "unnamed" : bare;
    }

    private static String cleaned(String text) {
        String bare = text.replaceAll("\\p{C}", "").strip();
        return bare.length() <= LONGEST_NAME ? bare : bare.substring(bare.length() - LONGEST_NAME);
    }
}
