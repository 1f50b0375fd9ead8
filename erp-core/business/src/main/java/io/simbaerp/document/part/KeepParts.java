package io.simbaerp.document.part;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.document.DocumentDraft;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.KeepDocument;
import io.simbaerp.document.classification.DocumentClass;
import io.simbaerp.document.classification.DocumentClasses;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what came inside a document as documents of their own, which then wait to be read like any other. */
@UseCase(Duty.RECEIVE_DOCUMENT)
public class KeepParts {

    static final int DEEPEST = 3;
    static final int MOST = 500;

    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final KeepDocument keepDocument;
    private final DocumentClasses classes;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    KeepParts(
            KeepDocument keepDocument,
            DocumentClasses classes,
            JdbcClient jdbc,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.keepDocument = keepDocument;
        this.classes = classes;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** Where a container stands among containers. */
    private record Place(UUID root, int depth) {}

    /**
     * Keeps them, received when and how their container was.
     *
     * @throws RuleViolation document.parts-too-deep, document.parts-too-many
     */
    public void keep(DocumentView container, List<PartDraft> parts) {
        Place place = place(container.id());
        if (place.depth() > DEEPEST) {
            throw new RuleViolation("document.parts-too-deep", DEEPEST);
        }
        if (inside(place.root()) + parts.size() > MOST) {
            throw new RuleViolation("document.parts-too-many", MOST);
        }
        for (int position = 0; position < parts.size(); position++) {
            keep(container, place, position + 1, parts.get(position));
        }
        events.publishEvent(
                new PartsKept(currentActor.company(), currentActor.actor(), clock.instant(), container.id()));
    }

    private void keep(DocumentView container, Place place, int position, PartDraft part) {
        DocumentId kept = keepDocument
                .keep(new DocumentDraft(
                        part.content(),
                        part.fileName(),
                        UNKNOWN_TYPE,
                        container.channel(),
                        container.receivedOn(),
                        null,
                        classes.of(container.id()).map(DocumentClass::code).orElse(null)))
                .document()
                .id();
        jdbc.sql("""
                        insert into document.part (company_id, container_id, position, document_id, root_id, depth)
                        values (:company, :container, :position, :document, :root, :depth)""")
                .param("company", currentActor.company().value())
                .param("container", container.id().value())
                .param("position", position)
                .param("document", kept.value())
                .param("root", place.root())
                .param("depth", place.depth())
                .update();
    }

    private Place place(DocumentId container) {
        return jdbc.sql("""
                        select root_id, depth from document.part
                         where company_id = :company and document_id = :container order by depth desc limit 1""")
                .param("company", currentActor.company().value())
                .param("container", container.value())
                .query((row, n) -> new Place(
                        Objects.requireNonNull(row.getObject("root_id", UUID.class)), row.getInt("depth") + 1))
                .optional()
                .orElseGet(() -> new Place(container.value(), 1));
    }

    private int inside(UUID root) {
        return jdbc.sql("select count(*) from document.part where company_id = :company and root_id = :root")
                .param("company", currentActor.company().value())
                .param("root", root)
                .query(Integer.class)
                .single();
    }
}
