package io.simbaerp.approval.proposal;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.Memberships;
import io.simbaerp.task.ClaimTask;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may be named by somebody whom a table asked by name. Their task can't become another's, so whoever is named takes
 * nothing over and only has to belong to the company.
 */
@Component
class NamedInstead {

    private static final int MOST_CHARACTERS = 500;

    private final ClaimTask claimTask;
    private final Memberships memberships;
    private final CurrentActor currentActor;

    NamedInstead(ClaimTask claimTask, Memberships memberships, CurrentActor currentActor) {
        this.claimTask = claimTask;
        this.memberships = memberships;
        this.currentActor = currentActor;
    }

    /**
     * That they may be named.
     *
     * @throws io.simbaerp.architecture.NotFound if the task isn't the person's
     * @throws io.simbaerp.architecture.Conflict task.taken, task.closed
     * @throws RuleViolation delegation.person-missing, delegation.oneself, delegation.too-long, rule-proposal.no-member
     */
    void require(UUID taskId, @Nullable UUID person, String reason) {
        claimTask.claim(taskId);
        if (person == null) {
            throw RuleViolation.ofField("person", "delegation.person-missing");
        }
        if (currentActor.get().people().contains(person)) {
            throw RuleViolation.ofField("person", "delegation.oneself");
        }
        if (reason.length() > MOST_CHARACTERS) {
            throw RuleViolation.ofField("reason", "delegation.too-long", MOST_CHARACTERS);
        }
        if (memberships.acting(person, currentActor.company()).isEmpty()) {
            throw RuleViolation.ofField("person", "rule-proposal.no-member");
        }
    }
}
