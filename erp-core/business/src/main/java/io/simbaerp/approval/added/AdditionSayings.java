package io.simbaerp.approval.added;

import io.simbaerp.approval.Decision;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.document.remark.TimelineRemark;
import io.simbaerp.task.question.Conversation;
import io.simbaerp.task.question.FurtherSayings;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells on the cards of a matter, and in the history of its document, who was asked to approve besides. */
@Component
class AdditionSayings implements FurtherSayings, TimelineRemark {

    private final AddedApprovals additions;
    private final ActorNames names;

    AdditionSayings(AddedApprovals additions, ActorNames names) {
        this.additions = additions;
        this.names = names;
    }

    @Override
    public List<Conversation.Line> about(Subject subject) {
        return additions.of(subject).stream().map(this::line).toList();
    }

    @Override
    public Optional<String> of(String event, Subject link) {
        return switch (event) {
            case "approver-added" ->
                additions.byId(link.id()).map(addition -> name(addition.person()) + ": " + addition.reason());
            case "added-approval-given", "added-approval-refused" ->
                additions.byId(link.id()).map(AddedApproval::comment);
            default -> Optional.empty();
        };
    }

    private Conversation.Line line(AddedApproval addition) {
        Decision decision = addition.decision();
        UUID decider = addition.decidedBy();
        String comment = addition.comment();
        return new Conversation.Line(
                decision == null
                        ? "approval.added.word"
                        : decision == Decision.APPROVE ? "approval.added.agreed" : "approval.added.objected",
                name(addition.askedBy()),
                name(addition.person()),
                addition.askedAt(),
                addition.reason(),
                decision == null ? null : comment == null ? "" : comment,
                decider == null ? null : names(decider, addition.onBehalfOf()),
                addition.decidedAt(),
                addition.waits());
    }

    private String names(UUID decider, @Nullable UUID forWhom) {
        return forWhom == null ? name(decider) : name(decider) + " (" + name(forWhom) + ")";
    }

    private String name(UUID person) {
        return names.nameOf(Actor.person(person));
    }
}
