package io.simbaerp.intake;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import io.simbaerp.document.Finding;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * In whose name documents are read: the system's own, whoever handed them in. Handing in takes one duty; reading,
 * registering and finding the supplier take several that a sender need not hold. The trail names both.
 */
@Component
class IntakeScope {

    static final String JOB = "intake";

    private final CurrentActor currentActor;
    private final Documents documents;

    IntakeScope(CurrentActor currentActor, Documents documents) {
        this.currentActor = currentActor;
        this.documents = documents;
    }

    <T> T in(CompanyId company, Supplier<T> work) {
        return currentActor.as(Acting.system(JOB, company), work);
    }

    DocumentView document(DocumentId id) {
        return in(currentActor.company(), () -> documents.byId(id).orElseThrow(() -> new NotFound("document", id)));
    }

    /** What is known of the document now, as an answer. */
    Receipt answer(DocumentView document) {
        return in(currentActor.company(), () -> {
            List<Finding> findings = documents.findings(document.id());
            return documents
                    .quarantine(document.id())
                    .map(quarantined -> Receipt.of(quarantined.document(), findings, quarantined.reason()))
                    .orElseGet(() -> Receipt.of(document, findings, null));
        });
    }
}
