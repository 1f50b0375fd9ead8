package io.simbaerp.controlled.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.controlled.ControlledDocuments;
import io.simbaerp.controlled.DocumentView;
import io.simbaerp.controlled.Standing;
import io.simbaerp.controlled.VersionView;
import io.simbaerp.controlled.reading.Readings;
import io.simbaerp.controlled.text.Block;
import io.simbaerp.controlled.text.Markdown;
import io.simbaerp.controlled.upkeep.PeriodicReviews;
import io.simbaerp.identity.Colleagues;
import io.simbaerp.page.Formats;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of a controlled document together. */
@Component
class ControlledPages {

    private final ControlledDocuments documents;
    private final Readings readings;
    private final PeriodicReviews reviews;
    private final Colleagues colleagues;
    private final ActorNames names;
    private final Reader reader;

    ControlledPages(
            ControlledDocuments documents,
            Readings readings,
            PeriodicReviews reviews,
            Colleagues colleagues,
            ActorNames names,
            Reader reader) {
        this.documents = documents;
        this.readings = readings;
        this.reviews = reviews;
        this.colleagues = colleagues;
        this.names = names;
        this.reader = reader;
    }

    /** What the reader may do, and how they write. */
    @Component
    record Reader(Permission permission, Formats formats) {

        boolean has(Duty duty) {
            return permission.has(duty);
        }
    }

    static String tone(Standing standing) {
        return switch (standing) {
            case IN_FORCE -> "good";
            case IN_REVIEW, COMING -> "warn";
            case REJECTED, WITHDRAWN -> "bad";
            case DRAFT, SUPERSEDED -> "mute";
        };
    }

    /** The document with this version shown, or with the one in force. */
    ControlledPage page(UUID id, @Nullable UUID version) {
        DocumentView document = documents.byId(id);
        VersionView shown = version == null
                ? document.shown()
                : document.versions().stream()
                        .filter(one -> one.id().equals(version))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("controlled-version", version));
        boolean published = shown.standing().isPublished();
        boolean knows = reader.has(Duty.WRITE_CONTROLLED_DOCUMENT) || reader.has(Duty.REVIEW_CONTROLLED_DOCUMENT);
        return new ControlledPage(
                document,
                shown,
                tone(shown.standing()),
                text(shown),
                named(shown.authors()),
                shown.approvedBy() == null ? null : named(List.of(shown.approvedBy())),
                roles(shown.readers()),
                published && knows ? readings.readers(shown.id()) : List.of(),
                published && !shown.readers().isEmpty() ? readings.progress(shown.id()) : null,
                readBy(shown),
                withdrawn(document),
                rows(document, shown),
                knows ? looked(id) : List.of(),
                may(document, shown));
    }

    /** What a version says. */
    static List<Block> text(VersionView version) {
        String body = version.body();
        return body == null ? List.of() : Markdown.read(body);
    }

    String named(List<String> actors) {
        return actors.stream()
                .map(actor -> names.nameOf(Actor.parse(actor)))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** The roles by their names, in their order. */
    List<String> roles(List<String> codes) {
        Map<String, String> known = colleagues.roles().stream()
                .collect(Collectors.toMap(Colleagues.RoleName::code, Colleagues.RoleName::name));
        return codes.stream()
                .map(code -> known.getOrDefault(code, code))
                .sorted()
                .toList();
    }

    private @Nullable LocalDate readBy(VersionView shown) {
        return readings.mine().stream()
                .filter(waiting -> waiting.versionId().equals(shown.id()))
                .map(Readings.ToRead::readBy)
                .findFirst()
                .orElse(null);
    }

    private ControlledPage.@Nullable Withdrawn withdrawn(DocumentView document) {
        DocumentView.Withdrawal withdrawal = document.withdrawal();
        return withdrawal == null
                ? null
                : new ControlledPage.Withdrawn(named(List.of(withdrawal.by())), withdrawal.at(), withdrawal.reason());
    }

    private static List<ControlledPage.VersionRow> rows(DocumentView document, VersionView shown) {
        return document.versions().stream()
                .map(version -> new ControlledPage.VersionRow(
                        version.id(),
                        version.number(),
                        version.standing().name(),
                        tone(version.standing()),
                        version.title(),
                        version.effectiveFrom(),
                        Objects.requireNonNullElse(version.publishedAt(), version.createdAt()),
                        version.changeNote(),
                        version.id().equals(shown.id()),
                        before(document, version) != null))
                .toList();
    }

    /** What is different, with roles by their names and days as people write them. */
    VersionChanges changes(VersionView before, VersionView after) {
        return VersionChanges.between(before, after, codes -> String.join(", ", roles(codes)), reader.formats()::date);
    }

    /** The published version before this one; nothing if it is the first. */
    static @Nullable VersionView before(DocumentView document, VersionView version) {
        List<VersionView> older = document.versions();
        return older.subList(older.indexOf(version) + 1, older.size()).stream()
                .filter(one -> one.standing().isPublished())
                .findFirst()
                .orElse(null);
    }

    private List<ControlledPage.Looked> looked(UUID document) {
        return reviews.of(document).stream()
                .map(review -> new ControlledPage.Looked(
                        review.outcome().name(),
                        named(List.of(review.by())),
                        review.at(),
                        review.note(),
                        review.nextOn()))
                .toList();
    }

    private ControlledPage.May may(DocumentView document, VersionView shown) {
        boolean writes = reader.has(Duty.WRITE_CONTROLLED_DOCUMENT);
        boolean alive = document.withdrawal() == null;
        VersionView newest = document.newest();
        boolean draft = writes && alive && shown.standing() == Standing.DRAFT;
        boolean inUse = writes && alive && newest != null;
        VersionView open = document.open();
        return new ControlledPage.May(
                draft,
                draft,
                inUse && open == null,
                inUse
                        && newest != null
                        && newest.id().equals(shown.id())
                        && !shown.readers().isEmpty(),
                inUse && (open == null || open.standing() != Standing.IN_REVIEW));
    }
}
