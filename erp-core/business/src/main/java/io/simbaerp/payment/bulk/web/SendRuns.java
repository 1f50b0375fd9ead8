package io.simbaerp.payment.bulk.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.list.BulkAction;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.PaymentRunState;
import io.simbaerp.payment.PaymentRuns;
import io.simbaerp.payment.SendPaymentRun;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Sends several proposals to approval, each as it was shown. */
@Component
@Order(2)
class SendRuns implements BulkAction {

    private final RunItems items;
    private final SendPaymentRun sendPaymentRun;

    SendRuns(RunItems items, SendPaymentRun sendPaymentRun) {
        this.items = items;
        this.sendPaymentRun = sendPaymentRun;
    }

    @Override
    public String key() {
        return "send";
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
    public List<Item> preview(List<UUID> ids) {
        return items.rows(ids).stream()
                .map(run -> items.inState(run, EnumSet.of(PaymentRunState.PROPOSED)))
                .toList();
    }

    @Override
    public void run(UUID id, @Nullable String seen, @Nullable String reason) {
        sendPaymentRun.send(new PaymentRunId(id), RunItems.version(seen));
    }
}
