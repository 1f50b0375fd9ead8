package io.simbaerp.approval;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.Subject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who agreed to what, who is next, and whether everybody asked has agreed to exactly this. */
@Query(Duty.BELONG_TO_COMPANY)
public class Approvals {

    private final ApprovalRequests requests;
    private final ApprovalDecisions decisions;
    private final DecisionBook book;

    Approvals(ApprovalRequests requests, ApprovalDecisions decisions, DecisionBook book) {
        this.book = book;
        this.requests = requests;
        this.decisions = decisions;
    }

    /** Every decision ever made about the subject, oldest first. */
    public List<ApprovalDecisionView> of(Subject subject) {
        Optional<UUID> live = requests.live(subject.kind(), subject.id()).map(ApprovalRequest::id);
        return decisions.about(subject.kind(), subject.id()).stream()
                .map(decision -> decision.view(live.isPresent() && live.get().equals(decision.requestId())))
                .toList();
    }

    /** Whose turn it is; nobody's when all agreed or somebody said no. */
    public Optional<Duty> nextLevel(Subject subject) {
        return requests.live(subject.kind(), subject.id()).flatMap(request -> {
            List<ApprovalDecision> made = decisions.of(request.id());
            return request.nextLevel(made, book.above(request, made));
        });
    }

    /** Whether nobody is asked after this level: its approval is the one that counts against rolling limits. */
    public boolean isLast(Subject subject, Duty level) {
        return requests.live(subject.kind(), subject.id())
                .map(request -> request.levels(book.above(request, decisions.of(request.id()))))
                .filter(levels -> levels.get(levels.size() - 1) == level)
                .isPresent();
    }

    /** Whether every level asked has approved exactly this content. */
    public boolean granted(Subject subject, String contentHash) {
        return requests.live(subject.kind(), subject.id())
                .map(request -> {
                    List<ApprovalDecision> made = decisions.of(request.id());
                    return request.isGranted(made, book.above(request, made), contentHash);
                })
                .orElse(false);
    }

    /** What was decided on last before the content changed, with the content it was decided on. */
    public Optional<DecidedContent> decidedBefore(Subject subject) {
        return decisions.latestVoid(subject.kind(), subject.id()).flatMap(decision -> requests.findById(
                        decision.requestId())
                .flatMap(ApprovalRequest::content)
                .map(content -> new DecidedContent(decision.view(false), content)));
    }
}
