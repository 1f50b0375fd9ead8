package io.simbaerp.document;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The company's documents, what the rules say about them, and which of them are in quarantine. */
@Query(Duty.VIEW_DOCUMENT)
public class Documents {

    private final DocumentRows rows;

    Documents(DocumentRows rows) {
        this.rows = rows;
    }

    public Optional<DocumentView> byId(DocumentId id) {
        return rows.byId(id);
    }

    /** A document with what the rules say about it. */
    public record WithFindings(DocumentView document, List<Finding> findings) {}

    /** The document and its findings as they stand at one moment. */
    public Optional<WithFindings> withFindings(DocumentId id) {
        return rows.byId(id).map(document -> new WithFindings(document, rows.findings(id)));
    }

    /** Newest first, starting after this one. */
    public List<DocumentView> list(DocumentFilter filter, @Nullable DocumentId after, int limit) {
        return rows.list(filter, after, limit);
    }

    /** Those of them that there are, in this order. */
    public List<DocumentView> byIds(List<UUID> ids) {
        return rows.byIds(ids);
    }

    /** What the rules say about it, in the order of the checks. */
    public List<Finding> findings(DocumentId id) {
        return rows.findings(id);
    }

    /** Those a person has to decide about, newest first. */
    public List<QuarantinedView> quarantined(@Nullable DocumentId after, int limit) {
        return rows.quarantined(after, limit);
    }

    /** How many wait in quarantine. */
    public int inQuarantine() {
        return rows.inQuarantine();
    }

    /** Why it was rejected out of quarantine, if it was. */
    public Optional<String> reasonOfDecision(DocumentId id) {
        return rows.reasonOfDecision(id);
    }

    /** Why this one is in quarantine, or nothing if it isn't. */
    public Optional<QuarantinedView> quarantine(DocumentId id) {
        return rows.quarantined(id);
    }
}
