package io.simbaerp.integration.inbox;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.company.CompanyDirectory;
import io.simbaerp.intake.ReceiveDocument;
import io.simbaerp.intake.Submission;
import io.simbaerp.integration.folder.FolderRoot;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.apache.camel.Body;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Hands a file from a company's inbox folder to the one door for documents. */
@Component
class InboxReceipt {

    /** As many bytes as an upload may have. */
    private static final long LARGEST = 50L * 1024 * 1024;

    private final ReceiveDocument receiveDocument;
    private final CompanyDirectory directory;
    private final CurrentActor currentActor;
    private final FolderRoot root;

    InboxReceipt(
            ReceiveDocument receiveDocument,
            CompanyDirectory directory,
            CurrentActor currentActor,
            @Value("${simba.inbox:${simba.data}/inbox}") String folder) {
        this.root = new FolderRoot(folder);
        this.receiveDocument = receiveDocument;
        this.directory = directory;
        this.currentActor = currentActor;
    }

    /**
     * @throws IllegalArgumentException if the folder is no company's or the file too large: it goes to .failed
     * @throws io.simbaerp.architecture.RuleViolation document-class.unknown if its sub-folder is no class of the
     *     company: likewise, so that nothing confidential becomes ordinary by a slip of the pen
     * @throws IOException if it is a link or lies elsewhere: likewise
     */
    public void receive(@Body File file) throws IOException {
        Path path = root.existing(file.toPath());
        Path place = root.below(path);
        String taxId = place.getName(0).toString();
        String documentClass = place.getNameCount() > 2 ? place.getName(1).toString() : null;
        CompanyId company = directory
                .byTaxId(taxId)
                .orElseThrow(() -> new IllegalArgumentException("No company has the tax id " + taxId));
        if (file.length() > LARGEST) {
            throw new IllegalArgumentException(file.getName() + " is larger than " + LARGEST + " bytes");
        }
        byte[] content = Files.readAllBytes(path);
        Acting route = new Acting(Actor.route(InboxRoute.ROUTE), company, EnumSet.of(Duty.RECEIVE_DOCUMENT));
        currentActor.run(
                route,
                () -> receiveDocument.receive(new Submission(
                        content,
                        file.getName(),
                        "application/octet-stream",
                        "folder",
                        null,
                        null,
                        null,
                        documentClass)));
    }
}
