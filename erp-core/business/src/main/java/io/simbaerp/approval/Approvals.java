package io.simbaerp.approval;

import io.simbaerp.approval.lines.LineSet;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.approval.round.Standing;
import io.simbaerp.approval.why.WhyAsked;
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

    /** How its rounds stand; nothing if nobody is asked. */
    public Optional<Standing> standing(Subject subject) {
        return requests.live(subject.kind(), subject.id())
                .map(request -> book.standing(request, decisions.of(request.id())));
    }

    /** Why a seat is asked: the table's rows, its version and what it was asked with. */
    public Optional<WhyAsked> why(Subject subject, Seat seat) {
        return requests.live(subject.kind(), subject.id())
                .flatMap(ApprovalRequest::why)
                .map(why -> why.forSeat(seat));
    }

    /** The lines a seat decides about; nothing where it decides about the whole, or isn't asked. */
    public Optional<LineSet> linesOf(Subject subject, Seat seat) {
        return requests.live(subject.kind(), subject.id()).flatMap(request -> request.linesOf(seat));
    }

    /** Whose turn it is; nobody's when all agreed or somebody said no. */
    public Optional<Duty> nextLevel(Subject subject) {
        return standing(subject).stream()
                .flatMap(standing -> standing.free().stream())
                .map(Seat::duty)
                .findFirst();
    }

    /** Whether everybody asked has approved exactly this content. */
    public boolean granted(Subject subject, String contentHash) {
        return requests.live(subject.kind(), subject.id())
                .map(request -> request.isGranted(book.standing(request, decisions.of(request.id())), contentHash))
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
