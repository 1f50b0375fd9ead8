package io.simbaerp.payment.bulk.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.page.list.BulkAction;
import io.simbaerp.payment.PaymentRunState;
import io.simbaerp.payment.PaymentRuns;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes the payment files of several runs along as one archive. */
@Component
@Order(3)
class TakeRunFiles implements BulkAction {

    private final RunItems items;

    TakeRunFiles(RunItems items) {
        this.items = items;
    }

    @Override
    public String key() {
        return "files";
    }

    @Override
    public String list() {
        return PaymentRuns.LIST;
    }

    @Override
    public Duty duty() {
        return Duty.VIEW_PAYMENT;
    }

    @Override
    public String download() {
        return RunFilesController.PATH;
    }

    @Override
    public List<Item> preview(List<UUID> ids) {
        return items.rows(ids).stream()
                .map(run -> run.state() == PaymentRunState.RELEASED
                        ? items.possible(run, null)
                        : items.refused(run, "payment-run.no-file", run.number()))
                .toList();
    }

    @Override
    public void run(UUID id, @Nullable String seen, @Nullable String reason) {
        throw new NotFound("action", key());
    }
}
