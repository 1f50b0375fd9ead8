package io.simbaerp.controlled.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.controlled.ControlledDocuments;
import io.simbaerp.controlled.DocumentView;
import io.simbaerp.controlled.VersionView;
import io.simbaerp.controlled.reading.Readings;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happens to a controlled document over REST: each answers with the document as it is then. */
@RestController
@RequestMapping("/api/v1/controlled-documents/{id}")
class ControlledMoveResource {

    private final ControlledDocuments documents;
    private final ControlledMoves moves;
    private final Readings readings;
    private final Permission permission;

    ControlledMoveResource(
            ControlledDocuments documents, ControlledMoves moves, Readings readings, Permission permission) {
        this.documents = documents;
        this.moves = moves;
        this.readings = readings;
        this.permission = permission;
    }

    /** Which edition of the draft was read. */
    record EditionBody(@Nullable Integer edition) {}

    /** Why. */
    record ReasonBody(@Nullable String reason) {}

    /** How many were reminded. */
    record Reminded(int reminded) {}

    /** How far the reading of the newest version has come. */
    record ReadingBody(Readings.Progress progress, List<Readings.Reader> readers) {}

    /** Sends the draft to its review; this starts the process. */
    @Permission.Required(Duty.WRITE_CONTROLLED_DOCUMENT)
    @PostMapping("/submission")
    DocumentView submit(@PathVariable UUID id, @RequestBody EditionBody body) {
        VersionView open = documents.byId(id).open();
        if (open == null) {
            throw new RuleViolation("controlled.not-a-draft");
        }
        Integer edition = body.edition();
        moves.submit().submit(open.id(), edition == null ? -1 : edition);
        return documents.byId(id);
    }

    @PostMapping("/revision")
    DocumentView revise(@PathVariable UUID id) {
        moves.revise().open(id);
        return documents.byId(id);
    }

    @PostMapping("/versions/{version}/acknowledgement")
    DocumentView acknowledge(@PathVariable UUID id, @PathVariable UUID version) {
        documents.byId(id);
        moves.acknowledge().acknowledge(version);
        return documents.byId(id);
    }

    @PostMapping("/reminders")
    Reminded remind(@PathVariable UUID id) {
        return new Reminded(moves.remind().remind(id));
    }

    @PostMapping("/withdrawal")
    DocumentView withdraw(@PathVariable UUID id, @RequestBody(required = false) @Nullable ReasonBody body) {
        moves.withdraw().withdraw(id, body == null ? null : body.reason());
        return documents.byId(id);
    }

    /**
     * Who has read it, those who write and review see; the others, how many have.
     *
     * @throws NotFound if nothing of it is published
     */
    @GetMapping("/reading")
    ReadingBody reading(@PathVariable UUID id) {
        VersionView newest = documents.byId(id).newest();
        if (newest == null) {
            throw new NotFound("controlled-version", id);
        }
        boolean knows =
                permission.has(Duty.WRITE_CONTROLLED_DOCUMENT) || permission.has(Duty.REVIEW_CONTROLLED_DOCUMENT);
        return new ReadingBody(readings.progress(newest.id()), knows ? readings.readers(newest.id()) : List.of());
    }
}
