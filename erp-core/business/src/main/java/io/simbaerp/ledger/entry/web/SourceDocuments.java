package io.simbaerp.ledger.entry.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.entry.EntryDocuments;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The document that stands beside the form, and whether it may be posted there. */
@Component
class SourceDocuments {

    private final ObjectProvider<EntryDocuments> documents;
    private final JournalEntries entries;
    private final Permission permission;

    SourceDocuments(ObjectProvider<EntryDocuments> documents, JournalEntries entries, Permission permission) {
        this.documents = documents;
        this.entries = entries;
        this.permission = permission;
    }

    /**
     * What the page shows of it.
     *
     * @param posted what was made from it already and stands
     */
    record Beside(EntryDocuments.Source document, List<JournalEntryDetails.Reference> posted) {}

    void requireDuty() {
        permission.require(Duty.POST_JOURNAL_ENTRY);
    }

    /** @throws NotFound for a document that isn't there, or that the reader may not see */
    EntryDocuments.Source of(UUID id) {
        return documents
                .orderedStream()
                .flatMap(known -> known.find(id).stream())
                .findFirst()
                .orElseThrow(() -> new NotFound("document", id));
    }

    /**
     * @throws NotFound for a document the reader may not see
     * @throws RuleViolation journal-entry.document-has-its-process
     */
    void requireByHand(ManualEntryForm form) {
        UUID id = form.source();
        if (id != null && !of(id).byHand()) {
            throw RuleViolation.ofField("documentId", "journal-entry.document-has-its-process");
        }
    }

    @Nullable
    Beside beside(ManualEntryForm form) {
        UUID id = form.source();
        return id == null
                ? null
                : new Beside(
                        of(id),
                        entries.ofDocument(id).stream()
                                .filter(entry -> entry.reversedBy() == null && entry.reversalOf() == null)
                                .map(entry -> new JournalEntryDetails.Reference(entry.id(), entry.number()))
                                .toList());
    }

    /** The document that waits after the one just posted. */
    @Nullable
    UUID after(ManualEntryForm form) {
        UUID id = form.source();
        return id == null ? null : of(id).next();
    }
}
