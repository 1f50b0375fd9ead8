package io.simbaerp.expense;

import io.simbaerp.approval.history.PriorAct;
import io.simbaerp.approval.round.Round;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.architecture.Duty;
import io.simbaerp.expense.policy.Finding;
import io.simbaerp.identity.Colleagues;
import io.simbaerp.identity.superior.PresentSuperior;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who approves a claim: the claimant's superior first, who holds one of the duties for it, else anybody else who does; then
 * whom the decision table asks besides. Where the table asks for a duty that nobody but the claimant holds, nobody may
 * approve the claim: a level is never left out.
 */
@Component
public class ClaimApprovers {

    private static final List<Duty> FIRST = List.of(Duty.APPROVE_EXPENSE, Duty.APPROVE_EXPENSE_ABOVE_LIMIT);

    private final PresentSuperior presentSuperior;
    private final Colleagues colleagues;
    private final ObjectProvider<ExpenseApprovers> table;

    ClaimApprovers(PresentSuperior presentSuperior, Colleagues colleagues, ObjectProvider<ExpenseApprovers> table) {
        this.presentSuperior = presentSuperior;
        this.colleagues = colleagues;
        this.table = table;
    }

    /** One seat after the other; empty if there is nobody to ask for one of them. */
    public List<Round> of(ClaimView claim) {
        Optional<Seat> first = bySuperior(claim).or(() -> byAnybody(claim));
        if (first.isEmpty()) {
            return List.of();
        }
        List<Seat> seats = new ArrayList<>(List.of(first.get()));
        for (Duty duty : besides(claim)) {
            boolean asked = seats.stream()
                    .anyMatch(seat -> seat.duty() == duty || seat.person() != null && holds(seat.person(), duty));
            if (!asked && !othersHold(claim, duty)) {
                return List.of();
            }
            if (!asked) {
                seats.add(Seat.of(duty));
            }
        }
        return seats.stream().map(Round::of).toList();
    }

    /** Whoever claims decides nothing about the claim. */
    public static List<PriorAct> acts(ClaimView claim) {
        return List.of(new PriorAct(
                claim.claimant(),
                PriorAct.Kind.CLAIMED_EXPENSE,
                Objects.requireNonNullElse(claim.sentAt(), claim.createdAt())));
    }

    private Optional<Seat> bySuperior(ClaimView claim) {
        return presentSuperior
                .of(claim.claimant())
                .filter(superior -> !superior.equals(claim.claimant()))
                .flatMap(superior -> FIRST.stream()
                        .filter(duty -> holds(superior, duty))
                        .findFirst()
                        .map(duty -> Seat.of(duty, superior)));
    }

    private Optional<Seat> byAnybody(ClaimView claim) {
        return FIRST.stream()
                .filter(duty -> othersHold(claim, duty))
                .findFirst()
                .map(Seat::of);
    }

    private List<Duty> besides(ClaimView claim) {
        ExpenseApprovers approvers = table.getIfAvailable();
        return approvers == null
                ? List.of()
                : approvers.levels(
                        claim.total(),
                        claim.lines().stream().map(ClaimView.LineView::category).collect(Collectors.toSet()),
                        claim.findings().stream()
                                .map(Finding::kind)
                                .map(Enum::name)
                                .collect(Collectors.toSet()),
                        claim.costCentre());
    }

    private boolean holds(UUID person, Duty duty) {
        return holding(duty).anyMatch(person::equals);
    }

    private boolean othersHold(ClaimView claim, Duty duty) {
        return holding(duty).anyMatch(person -> !person.equals(claim.claimant()));
    }

    private Stream<UUID> holding(Duty duty) {
        return colleagues.holding(duty).stream().map(Colleagues.Colleague::id);
    }
}
