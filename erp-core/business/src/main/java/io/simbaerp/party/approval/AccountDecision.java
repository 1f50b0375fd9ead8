package io.simbaerp.party.approval;

import java.util.UUID;

/** Port for the pages of partners: the second person approves an account where they see it. */
public interface AccountDecision {

    /**
     * Decides as the person acting, and confirms the account by that decision.
     *
     * @throws io.simbaerp.architecture.NotFound of the account
     * @throws io.simbaerp.architecture.RuleViolation bank-account.own-proposal, bank-account.confirmed-already,
     *     bank-account.withdrawn-already, bank-account.confirmed-by-people-only
     */
    void approve(UUID account);
}
