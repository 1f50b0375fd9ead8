package io.simbaerp.document;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.audit.AuditTrail;
import io.simbaerp.audit.TrailEntry;
import io.simbaerp.document.remark.TimelineRemark;
import io.simbaerp.page.RuleTexts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Everything that happened to a document and to what was made of it, in the reader's language, oldest first. */
@Query(Duty.VIEW_DOCUMENT)
public class DocumentTimeline {

    /** Where the records that stand in a document's history have their pages; REST has them under the same paths. */
    private static final Map<String, String> PAGES =
            Map.of("journal-entry", "/journal-entries/", "party", "/parties/", "task", "/tasks/");

    private final AuditTrail trail;
    private final ActorNames names;
    private final RuleTexts texts;
    private final DocumentRows rows;
    private final ObjectProvider<TimelineRemark> remarks;

    DocumentTimeline(
            AuditTrail trail,
            ActorNames names,
            RuleTexts texts,
            DocumentRows rows,
            ObjectProvider<TimelineRemark> remarks) {
        this.trail = trail;
        this.names = names;
        this.texts = texts;
        this.rows = rows;
        this.remarks = remarks;
    }

    /** @throws NotFound if there is no such document */
    public List<TimelineEntry> of(DocumentId id) {
        if (rows.byId(id).isEmpty()) {
            throw new NotFound("document", id);
        }
        return trail.of(new Subject("document", id.value())).stream()
                .map(this::line)
                .toList();
    }

    private TimelineEntry line(TrailEntry entry) {
        return new TimelineEntry(
                entry.at(),
                name(entry.actor()),
                entry.onBehalfOf() == null ? null : name(entry.onBehalfOf()),
                entry.event(),
                sentence(entry),
                page(entry.link()));
    }

    /** What happened, and what was said if somebody said something. */
    private String sentence(TrailEntry entry) {
        String event = texts.event(entry.event());
        return remarks.stream()
                .flatMap(remark -> remark.of(entry.event(), entry.link()).stream())
                .findFirst()
                .map(said -> event + ": " + said)
                .orElse(event);
    }

    /** Processes, routes and jobs have words of their own, {@code actor.<name>}, where a module gives them. */
    private String name(Actor actor) {
        String key = "actor." + actor.name();
        String word = actor.kind() == Actor.Kind.PERSON ? key : texts.message(key, List.of());
        return word.equals(key) ? names.nameOf(actor) : word;
    }

    private static @Nullable String page(Subject subject) {
        String path = PAGES.get(subject.kind());
        return path == null ? null : path + subject.id();
    }
}
