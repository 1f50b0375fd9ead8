package io.simbaerp.intake;

import io.simbaerp.architecture.Actor;
import io.simbaerp.archive.Lock;
import io.simbaerp.archive.OpenOriginal;
import io.simbaerp.archive.ScanOriginal;
import io.simbaerp.document.DocumentKind;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Finding;
import io.simbaerp.document.RegisterDocument;
import io.simbaerp.document.RegistrationDraft;
import io.simbaerp.document.Severity;
import io.simbaerp.document.attachment.AttachFiles;
import io.simbaerp.invoice.PurchaseInvoiceDraft;
import io.simbaerp.invoice.RegisterPurchaseInvoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Registers a document as what its content turns out to be. */
@Component
class Registration {

    static final String LOCKED = "SIMBA-LOCKED";
    static final String NOT_SCANNED = "SIMBA-NOT-SCANNED";

    private final OpenOriginal openOriginal;
    private final ContentReader reader;
    private final RegisterDocument registerDocument;
    private final RegisterPurchaseInvoice registerPurchaseInvoice;
    private final ScanOriginal scanOriginal;
    private final AttachFiles attachFiles;

    Registration(
            OpenOriginal openOriginal,
            ContentReader reader,
            RegisterDocument registerDocument,
            RegisterPurchaseInvoice registerPurchaseInvoice,
            ScanOriginal scanOriginal,
            AttachFiles attachFiles) {
        this.scanOriginal = scanOriginal;
        this.attachFiles = attachFiles;
        this.openOriginal = openOriginal;
        this.reader = reader;
        this.registerDocument = registerDocument;
        this.registerPurchaseInvoice = registerPurchaseInvoice;
    }

    DocumentView register(DocumentView document, @Nullable Actor askedBy) {
        byte[] content = openOriginal.content(document.sha256());
        ReadContent read = reader.read(content, document.fileName());
        List<Finding> locked = new ArrayList<>();
        scanOriginal.scan(document.sha256(), content).ifPresent(lock -> locked.add(locked(document.fileName(), lock)));
        attachFiles.attach(document.id(), read.files()).forEach((name, lock) -> locked.add(locked(name, lock)));
        if (read instanceof ReadContent.EInvoice invoice) {
            return registerInvoice(document, invoice, locked, askedBy);
        }
        return registerDocument.register(
                new RegistrationDraft(document.id(), DocumentKind.PLAIN, null, read.mediaType(), locked, askedBy));
    }

    /** What is locked holds nothing up, but whoever works on the document should know. */
    private static Finding locked(String fileName, Lock lock) {
        String threat = Objects.requireNonNullElse(lock.threat(), "");
        return new Finding(
                threat.isEmpty() ? NOT_SCANNED : LOCKED,
                Severity.WARNING,
                fileName,
                "Locked by " + lock.scanner() + ": " + threat,
                List.of(fileName, lock.scanner(), threat));
    }

    private DocumentView registerInvoice(
            DocumentView document, ReadContent.EInvoice read, List<Finding> locked, @Nullable Actor askedBy) {
        List<Finding> findings =
                Stream.concat(locked.stream(), read.findings().stream()).toList();
        PurchaseInvoiceDraft draft = new PurchaseInvoiceDraft(
                document.id(),
                read.invoice(),
                findings,
                document.receivedOn(),
                document.ksefNumber(),
                document.sha256());
        DocumentView registered = registerDocument.register(draft.ofDocument(read.mediaType(), askedBy));
        registerPurchaseInvoice.register(draft);
        return registered;
    }
}
