package io.simbaerp.expense;

import io.simbaerp.approval.history.PriorAct;
import io.simbaerp.approval.round.Round;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.expense.policy.Finding;
import io.simbaerp.identity.Colleagues;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who approves a claim: the first above the claimant whose duty reaches so far as the claim goes, else anybody else whose
 * does; then whom the decision table asks besides. Where the table asks for a duty that reaches so far in nobody's hands but
 * the claimant's, nobody may approve the claim: a level is never left out, and no task waits for somebody who may not decide.
 */
@Component
public class ClaimApprovers {

    private static final String DOCUMENT_TYPE = "expense-claim";

    private final FirstApprover first;
    private final Colleagues colleagues;
    private final ObjectProvider<ExpenseApprovers> table;

    ClaimApprovers(FirstApprover first, Colleagues colleagues, ObjectProvider<ExpenseApprovers> table) {
        this.first = first;
        this.colleagues = colleagues;
        this.table = table;
    }

    /**
     * Superiors who are not asked because their limit is lower than the claim.
     *
     * @param names from the nearest up
     * @param instead who above them is asked; nothing where it may be anybody whose limit reaches
     */
    public record PassedOver(List<String> names, @Nullable String instead) {}

    /** One seat after the other; empty if there is nobody to ask for one of them. */
    public List<Round> of(ClaimView claim) {
        Extent extent = extent(claim);
        Seat seat = first.of(claim.claimant(), extent).seat();
        if (seat == null) {
            return List.of();
        }
        List<Seat> seats = new ArrayList<>(List.of(seat));
        for (Duty duty : besides(claim)) {
            boolean asked = seats.stream()
                    .anyMatch(one ->
                            one.duty() == duty || one.person() != null && first.reaches(one.person(), duty, extent));
            if (!asked && !first.othersReach(claim.claimant(), duty, extent)) {
                return List.of();
            }
            if (!asked) {
                seats.add(Seat.of(duty));
            }
        }
        return seats.stream().map(Round::of).toList();
    }

    /** Without names where the nearest superior who may decide at all decides. */
    public PassedOver passedOver(ClaimView claim) {
        FirstApprover.Found found = first.of(claim.claimant(), extent(claim));
        Seat seat = found.seat();
        return new PassedOver(
                found.passedOver().stream().map(this::name).toList(),
                seat == null || seat.person() == null ? null : name(seat.person()));
    }

    /** How far deciding about it goes: its total, where its costs go, its type. */
    public static Extent extent(ClaimView claim) {
        return Extent.of(
                claim.total().hundredths(),
                claim.lines().stream()
                        .map(line -> line.costCentre() == null ? claim.costCentre() : line.costCentre())
                        .filter(Objects::nonNull)
                        .toList(),
                DOCUMENT_TYPE);
    }

    /** Whoever claims decides nothing about the claim. */
    public static List<PriorAct> acts(ClaimView claim) {
        return List.of(new PriorAct(
                claim.claimant(),
                PriorAct.Kind.CLAIMED_EXPENSE,
                Objects.requireNonNullElse(claim.sentAt(), claim.createdAt())));
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

    private String name(UUID person) {
        return FirstApprover.DUTIES.stream()
                .flatMap(duty -> colleagues.holding(duty).stream())
                .filter(colleague -> colleague.id().equals(person))
                .map(Colleagues.Colleague::name)
                .findFirst()
                .orElse("");
    }
}
