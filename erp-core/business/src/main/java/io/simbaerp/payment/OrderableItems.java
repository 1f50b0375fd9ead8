package io.simbaerp.payment;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.payment.proposal.ProposalPlanner;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Which open items could be put on a payment proposal now, and why the others can't. */
@Query(Duty.PROPOSE_PAYMENT)
public class OrderableItems {

    private final ProposalPlanner planner;

    OrderableItems(ProposalPlanner planner) {
        this.planner = planner;
    }

    /** @throws io.simbaerp.architecture.RuleViolation payment-run.no-account */
    public List<ProposalPlanner.Single> of(Collection<UUID> openItems) {
        return planner.singles(openItems);
    }
}
