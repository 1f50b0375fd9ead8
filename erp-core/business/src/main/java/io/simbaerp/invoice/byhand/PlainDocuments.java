package io.simbaerp.invoice.byhand;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.document.DocumentFilter;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentKind;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import io.simbaerp.document.action.DocumentActions;
import io.simbaerp.document.action.OfferedAction;
import io.simbaerp.ledger.entry.EntryDocuments;
import io.simbaerp.ledger.entry.EntryNeighbours;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Plain documents as they wait to be posted by hand, and the way there from their page. */
@Component
class PlainDocuments implements EntryDocuments, DocumentActions {

    /** Further back nobody steps through them one by one. */
    private static final int MOST = 200;

    private final Documents documents;
    private final EntryNeighbours entries;
    private final Permission permission;

    PlainDocuments(Documents documents, EntryNeighbours entries, Permission permission) {
        this.documents = documents;
        this.entries = entries;
        this.permission = permission;
    }

    @Override
    public Optional<Source> find(UUID id) {
        return documents.byId(new DocumentId(id)).map(this::source);
    }

    private Source source(DocumentView document) {
        UUID id = document.id().value();
        List<UUID> waiting = waiting();
        int at = waiting.indexOf(id);
        UUID next = waiting.isEmpty() ? null : waiting.get((at + 1) % waiting.size());
        return new Source(
                id,
                Stream.of(document.number(), Objects.requireNonNullElse(document.title(), document.fileName()))
                        .filter(Objects::nonNull)
                        .reduce((number, title) -> number + " · " + title)
                        .orElse(""),
                isPostedByHand(document),
                at < 0 ? null : at + 1,
                waiting.size(),
                at <= 0 ? null : waiting.get(at - 1),
                id.equals(next) ? null : next);
    }

    private List<UUID> waiting() {
        List<UUID> kept = documents
                .list(new DocumentFilter(DocumentState.RECEIVED, DocumentKind.PLAIN, null, null, null), null, MOST)
                .stream()
                .map(document -> document.id().value())
                .toList();
        Set<UUID> posted = entries.posted(kept);
        return kept.stream().filter(id -> !posted.contains(id)).toList();
    }

    private static boolean isPostedByHand(DocumentView document) {
        return document.kind().equals(DocumentKind.PLAIN)
                && document.state() != DocumentState.REJECTED
                && document.state() != DocumentState.QUARANTINED;
    }

    @Override
    public List<OfferedAction> of(DocumentView document) {
        return isPostedByHand(document) && permission.has(Duty.POST_JOURNAL_ENTRY)
                ? List.of(new OfferedAction("ledger.entry-by-hand", "/ledger/entries/new?document=" + document.id()))
                : List.of();
    }
}
