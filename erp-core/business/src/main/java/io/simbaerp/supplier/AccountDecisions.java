package io.simbaerp.supplier;

import io.simbaerp.approval.ApprovalDecisionDraft;
import io.simbaerp.approval.DecideApproval;
import io.simbaerp.approval.Decision;
import io.simbaerp.approval.history.PriorAct;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.party.approval.AccountContents;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes decisions about accounts, from the desk as from the page of a partner, by one ladder of refusals. */
@Component
class AccountDecisions {

    private final DecideApproval decideApproval;
    private final CurrentActor currentActor;

    AccountDecisions(DecideApproval decideApproval, CurrentActor currentActor) {
        this.decideApproval = decideApproval;
        this.currentActor = currentActor;
    }

    /**
     * @param seen the fingerprint of what the person was shown
     * @throws RuleViolation bank-account.confirmed-already, bank-account.withdrawn-already,
     *     bank-account.confirmed-by-people-only, bank-account.own-proposal,
     *     bank-account.proof-missing, and what any decision may be refused by
     */
    void decide(AccountContents.Content account, Decision decision, String seen, @Nullable String comment) {
        switch (account.state()) {
            case CONFIRMED -> throw new RuleViolation("bank-account.confirmed-already");
            case WITHDRAWN -> throw new RuleViolation("bank-account.withdrawn-already");
            case PROPOSED -> {
                if (currentActor.actor().kind() != Actor.Kind.PERSON) {
                    throw new RuleViolation("bank-account.confirmed-by-people-only");
                }
                refusal(account).ifPresent(own -> {
                    throw own;
                });
                if (decision == Decision.APPROVE && account.before() != null && !account.proven()) {
                    throw new RuleViolation("bank-account.proof-missing");
                }
                decideApproval.decide(new ApprovalDecisionDraft(
                        AskedAccounts.subject(account.id()),
                        Duty.CONFIRM_BANK_ACCOUNT,
                        decision,
                        seen,
                        comment,
                        acts(account),
                        Extent.NONE));
            }
        }
    }

    /** Why the people acting may not decide about it: one of them proposed it. */
    Optional<RuleViolation> refusal(AccountContents.Content account) {
        return currentActor.get().people().stream()
                .filter(person -> Actor.person(person).toString().equals(account.proposedBy()))
                .findFirst()
                .map(person -> new RuleViolation("bank-account.own-proposal"));
    }

    private static List<PriorAct> acts(AccountContents.Content account) {
        return PriorAct.of(account.proposedBy(), PriorAct.Kind.CHANGED_ACCOUNT, account.proposedAt())
                .toList();
    }
}
