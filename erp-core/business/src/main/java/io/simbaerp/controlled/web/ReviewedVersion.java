package io.simbaerp.controlled.web;

import io.simbaerp.approval.history.PriorAct;
import io.simbaerp.approval.matter.ApprovalMatter;
import io.simbaerp.architecture.Duty;
import io.simbaerp.controlled.ControlledDocuments;
import io.simbaerp.controlled.DocumentView;
import io.simbaerp.controlled.VersionView;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.task.TaskPage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The review of a version: by somebody who had no hand in it, about exactly what it says. */
@Component
class ReviewedVersion implements ApprovalMatter {

    private final ControlledDocuments documents;
    private final ControlledPages pages;

    ReviewedVersion(ControlledDocuments documents, ControlledPages pages) {
        this.documents = documents;
        this.pages = pages;
    }

    /** What the task shows: the version, and what is different from the one published before. */
    public record ReviewPage(ControlledPage page, VersionChanges changes, boolean first) {}

    @Override
    public String kind() {
        return "controlled-version";
    }

    @Override
    public List<Duty> levels(UUID id) {
        return List.of(Duty.REVIEW_CONTROLLED_DOCUMENT);
    }

    @Override
    public String contentHash(UUID id) {
        return documents.version(id).contentHash();
    }

    @Override
    public List<PriorAct> priorActs(UUID id) {
        VersionView version = documents.version(id);
        Instant at = Objects.requireNonNullElse(version.submittedAt(), version.createdAt());
        return version.authors().stream()
                .flatMap(author -> PriorAct.of(author, PriorAct.Kind.WROTE_TEXT, at))
                .toList();
    }

    @Override
    public TaskFacts facts(UUID id) {
        VersionView version = documents.version(id);
        return new TaskFacts(
                List.of(version.title()),
                version.title(),
                version.documentNumber(),
                null,
                version.contentHash(),
                List.of(
                        new TaskFacts.ShownField("controlled.field.title", version.title()),
                        new TaskFacts.ShownField(
                                "controlled.field.readers", String.join(", ", pages.roles(version.readers())))));
    }

    @Override
    public Shown shown(UUID id) {
        VersionView version = documents.version(id);
        DocumentView document = documents.byId(version.documentId());
        VersionView before = ControlledPages.before(document, version);
        ReviewPage page = new ReviewPage(
                pages.page(version.documentId(), id),
                pages.changes(before == null ? version : before, version),
                before == null);
        return new Shown(
                new TaskPage.Part("controlled/parts", "review", page),
                new TaskPage.Part("controlled/parts", "paper", page));
    }
}
