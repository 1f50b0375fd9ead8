package io.simbaerp.payment.bulk.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.list.BulkAction;
import io.simbaerp.payment.CancelPaymentRun;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.PaymentRunState;
import io.simbaerp.payment.PaymentRuns;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Cancels several runs whose file is not made yet for one reason, each as it was shown; their items are free again. */
@Component
@Order(4)
class CancelRuns implements BulkAction {

    private static final Set<PaymentRunState> WANTED =
            EnumSet.of(PaymentRunState.PROPOSED, PaymentRunState.IN_APPROVAL);

    private final RunItems items;
    private final CancelPaymentRun cancelPaymentRun;

    CancelRuns(RunItems items, CancelPaymentRun cancelPaymentRun) {
        this.items = items;
        this.cancelPaymentRun = cancelPaymentRun;
    }

    @Override
    public String key() {
        return "cancel";
    }

    @Override
    public String list() {
        return PaymentRuns.LIST;
    }

    @Override
    public Duty duty() {
        return Duty.PROPOSE_PAYMENT;
    }

    @Override
    public boolean asksReason() {
        return true;
    }

    @Override
    public List<Item> preview(List<UUID> ids) {
        return items.rows(ids).stream()
                .map(run -> run.state() == PaymentRunState.RELEASED
                        ? items.refused(run, "payment-run.released-needs-approver", run.number())
                        : items.inState(run, WANTED))
                .toList();
    }

    @Override
    public void run(UUID id, @Nullable String seen, @Nullable String reason) {
        cancelPaymentRun.cancel(new PaymentRunId(id), reason, RunItems.version(seen));
    }
}
