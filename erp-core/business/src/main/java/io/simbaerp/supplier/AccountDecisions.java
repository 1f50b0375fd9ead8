package io.simbaerp.supplier;

import io.simbaerp.approval.ApprovalDecisionDraft;
import io.simbaerp.approval.DecideApproval;
import io.simbaerp.approval.Decision;
import io.simbaerp.approval.history.OwnWork;
import io.simbaerp.approval.history.PriorAct;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.party.approval.AccountContents;
import io.simbaerp.party.history.PeopleBehind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes decisions about accounts, from the desk as from the page of a partner, by one ladder of refusals. */
@Component
class AccountDecisions {

    private final DecideApproval decideApproval;
    private final CurrentActor currentActor;
    private final PeopleBehind people;
    private final OwnWork ownWork;

    AccountDecisions(DecideApproval decideApproval, CurrentActor currentActor, PeopleBehind people, OwnWork ownWork) {
        this.decideApproval = decideApproval;
        this.currentActor = currentActor;
        this.people = people;
        this.ownWork = ownWork;
    }

    /**
     * @param seen the fingerprint of what the person was shown
     * @throws RuleViolation bank-account.confirmed-already, bank-account.withdrawn-already,
     *     bank-account.confirmed-by-people-only, bank-account.own-proposal,
     *     approval.own-work-is-payee,
     *     bank-account.proof-missing, and what any decision may be refused by
     */
    void decide(AccountContents.Content account, Decision decision, String seen, @Nullable String comment) {
        switch (account.state()) {
            case CONFIRMED -> throw new RuleViolation("bank-account.confirmed-already");
            case WITHDRAWN -> throw new RuleViolation("bank-account.withdrawn-already");
            case PROPOSED -> {
                if (currentActor.actor().kind() != Actor.Kind.PERSON && !lapses(decision)) {
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

    /** Nobody decided in time: what waits is then refused, and by nobody ever approved. */
    private boolean lapses(Decision decision) {
        return decision != Decision.APPROVE && currentActor.actor().kind() == Actor.Kind.SYSTEM;
    }

    /** Why the people acting may not decide about it: one of them proposed it, had it proposed, or is who is paid on it. */
    Optional<RuleViolation> refusal(AccountContents.Content account) {
        return currentActor.get().isAnyOf(account.proposedBy(), account.proposedFor())
                ? Optional.of(new RuleViolation("bank-account.own-proposal"))
                : ownWork.refusal(payee(account));
    }

    private List<PriorAct> acts(AccountContents.Content account) {
        return Stream.concat(
                        Stream.of(account.proposedBy(), account.proposedFor())
                                .flatMap(proposer ->
                                        PriorAct.of(proposer, PriorAct.Kind.CHANGED_ACCOUNT, account.proposedAt())),
                        payee(account).stream())
                .toList();
    }

    private List<PriorAct> payee(AccountContents.Content account) {
        return people.of(List.of(account.party().value())).stream()
                .map(link -> new PriorAct(link.person(), PriorAct.Kind.IS_PAYEE, link.since()))
                .toList();
    }
}
