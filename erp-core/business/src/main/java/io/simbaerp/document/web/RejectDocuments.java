package io.simbaerp.document.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.Documents;
import io.simbaerp.document.RejectDocument;
import io.simbaerp.page.list.BulkAction;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses several documents in quarantine at once, for one reason. */
@Component
class RejectDocuments implements BulkAction {

    private final Documents documents;
    private final RejectDocument rejectDocument;

    RejectDocuments(Documents documents, RejectDocument rejectDocument) {
        this.documents = documents;
        this.rejectDocument = rejectDocument;
    }

    @Override
    public String key() {
        return "reject";
    }

    @Override
    public Duty duty() {
        return Duty.DECIDE_QUARANTINE;
    }

    @Override
    public boolean asksReason() {
        return true;
    }

    @Override
    public List<Item> preview(List<UUID> ids) {
        return documents.byIds(ids).stream()
                .map(document -> new Item(
                        document.id().value(),
                        DocumentPage.heading(document),
                        document.state() == DocumentState.QUARANTINED ? null : "document.not-in-quarantine"))
                .toList();
    }

    @Override
    public void run(UUID id, @Nullable String seen, @Nullable String reason) {
        rejectDocument.reject(new DocumentId(id), reason == null ? "" : reason);
    }
}
