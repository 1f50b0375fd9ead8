package io.simbaerp.expense;

import io.simbaerp.approval.round.Seat;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.identity.Colleagues;
import io.simbaerp.identity.superior.PresentSuperior;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose turn it is first: the next above the claimant who holds one of the duties so far as the claim goes; where nobody
 * above does, anybody else whose duty reaches.
 */
@Component
class FirstApprover {

    static final List<Duty> DUTIES = List.of(Duty.APPROVE_EXPENSE, Duty.APPROVE_EXPENSE_ABOVE_LIMIT);

    private final PresentSuperior presentSuperior;
    private final Colleagues colleagues;

    FirstApprover(PresentSuperior presentSuperior, Colleagues colleagues) {
        this.presentSuperior = presentSuperior;
        this.colleagues = colleagues;
    }

    /**
     * Who was found.
     *
     * @param seat nothing where nobody may
     * @param passedOver the superiors before, from the nearest up, who hold a duty that doesn't reach so far
     */
    record Found(@Nullable Seat seat, List<UUID> passedOver) {}

    Found of(UUID claimant, Extent extent) {
        List<UUID> passedOver = new ArrayList<>();
        for (UUID superior : above(claimant)) {
            for (Duty duty : DUTIES) {
                if (reaches(superior, duty, extent)) {
                    return new Found(Seat.of(duty, superior), passedOver);
                }
            }
            if (DUTIES.stream().anyMatch(duty -> holds(superior, duty))) {
                passedOver.add(superior);
            }
        }
        return new Found(
                DUTIES.stream()
                        .filter(duty -> othersReach(claimant, duty, extent))
                        .findFirst()
                        .map(Seat::of)
                        .orElse(null),
                passedOver);
    }

    boolean reaches(UUID person, Duty duty, Extent extent) {
        return colleagues.reaching(duty, extent).contains(person);
    }

    boolean othersReach(UUID claimant, Duty duty, Extent extent) {
        return colleagues.reaching(duty, extent).stream().anyMatch(person -> !person.equals(claimant));
    }

    /** Everybody above, the nearest first. */
    private List<UUID> above(UUID person) {
        List<UUID> above = new ArrayList<>();
        Optional<UUID> next = presentSuperior.of(person);
        while (next.isPresent() && !next.get().equals(person) && !above.contains(next.get())) {
            above.add(next.get());
            next = presentSuperior.of(next.get());
        }
        return above;
    }

    private boolean holds(UUID person, Duty duty) {
        return colleagues.holding(duty).stream()
                .anyMatch(colleague -> colleague.id().equals(person));
    }
}
