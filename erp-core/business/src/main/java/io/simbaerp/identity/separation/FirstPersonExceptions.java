package io.simbaerp.identity.separation;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.RuleViolation;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The first person of a company looks after everything until others are let in: the set-up excepts the conflicts of their
 * roles for a year. They stand in the report like any other.
 */
@Component
public class FirstPersonExceptions {

    private static final Actor SET_UP = Actor.system("set-up");

    private final ExceptionBook book;
    private final DutyConflicts conflicts;

    FirstPersonExceptions(ExceptionBook book, DutyConflicts conflicts) {
        this.book = book;
        this.conflicts = conflicts;
    }

    /**
     * Excepts the conflicts of somebody just registered, or refuses them to anybody but the set-up of a company.
     *
     * @throws RuleViolation role.conflicts
     */
    public void settle(UUID user) {
        List<UUID> open = conflicts.present().stream()
                .filter(held -> held.user().equals(user) && !held.excepted())
                .map(held -> held.conflict().id())
                .distinct()
                .toList();
        if (!open.isEmpty() && !book.actor().equals(SET_UP)) {
            throw new RuleViolation("role.conflicts", open.size());
        }
        open.forEach(conflict -> book.add(user, conflict, "set-up", book.today().plusYears(1), SET_UP));
    }
}
