package io.simbaerp.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.approval.ApprovalDecisionDraft;
import io.simbaerp.approval.DecideApproval;
import io.simbaerp.approval.Decision;
import io.simbaerp.architecture.Duty;
import io.simbaerp.payment.content.RunApprovers;
import io.simbaerp.payment.content.RunContent;
import io.simbaerp.testing.TestCompany;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;

/** Carries payment runs to where their file has left: each step by another person. */
public class ReleasedRuns {

    @Autowired
    ProposePaymentRun propose;

    @Autowired
    SendPaymentRun send;

    @Autowired
    RequestRunApproval requestApproval;

    @Autowired
    DecideApproval decide;

    @Autowired
    RunApprovers approvers;

    @Autowired
    ReleasePaymentRun release;

    @Autowired
    PaymentRuns runs;

    /** Everything due, proposed by this person. */
    public PaymentRunView proposed(TestCompany company, UUID account, UUID proposer) {
        return company.asPerson(
                proposer, () -> propose.propose(new PaymentRunDraft(Payables.DAY.plusDays(60), account, null)));
    }

    /** The same, sent by a second, approved by a third person and released. */
    public PaymentRunView released(TestCompany company, UUID account, UUID proposer, UUID sender) {
        PaymentRunView run = proposed(company, account, proposer);
        company.asPerson(sender, () -> {
            send.send(run.id(), null);
            return null;
        });
        company.run(() -> requestApproval.request(run.id()));
        company.asPerson(UUID.randomUUID(), () -> {
            PaymentRunView sent = runs.byId(run.id()).orElseThrow();
            decide.decide(new ApprovalDecisionDraft(
                    RunContent.subject(run.id()),
                    Duty.APPROVE_PAYMENT,
                    Decision.APPROVE,
                    RunContent.hash(sent),
                    null,
                    approvers.priorActs(sent),
                    approvers.extent(sent)));
            return null;
        });
        assertThat(company.as(() -> release.release(run.id()))).isEqualTo(ReleaseOutcome.RELEASED);
        return view(company, run);
    }

    /** As it is now. */
    public PaymentRunView view(TestCompany company, PaymentRunView run) {
        return company.as(() -> runs.byId(run.id())).orElseThrow();
    }
}
