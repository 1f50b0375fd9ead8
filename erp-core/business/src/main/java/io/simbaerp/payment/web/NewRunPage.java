package io.simbaerp.payment.web;

import io.simbaerp.company.bankaccount.OwnAccountView;
import io.simbaerp.money.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page on which a run is put together: the form and what it would bring. */
record NewRunPage(
        ProposalForm form,
        List<OwnAccountView> accounts,
        @Nullable Preview preview,
        boolean mayPropose) {

    /** What a run would hold; its parts are called as those of a run, for the same fragments show both. */
    record Preview(
            @Nullable UUID id,
            int count,
            Money total,
            List<RunPage.OrderRow> orders,
            List<RunPage.BlockedRow> blocked,
            RunPage.May may,
            @Nullable UUID task,
            @Nullable ProposalForm proofs) {

        public boolean isEmpty() {
            return orders.isEmpty() && blocked.isEmpty();
        }
    }
}
