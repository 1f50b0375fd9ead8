package io.simbaerp.demo;

import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.bankaccount.OwnAccountView;
import io.simbaerp.company.bankaccount.OwnAccounts;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.payment.PaymentRunDraft;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.PaymentRuns;
import io.simbaerp.payment.ProposePaymentRun;
import io.simbaerp.payment.SendPaymentRun;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets the treasurer propose what is due in PLN, and send it to approval; what is due in EUR stays to be proposed. */
@Component
class DemoPayments {

    private final DemoPeople people;
    private final OwnAccounts ownAccounts;
    private final PaymentRuns runs;
    private final ProposePaymentRun proposePaymentRun;
    private final SendPaymentRun sendPaymentRun;
    private final BusinessDay businessDay;

    DemoPayments(
            DemoPeople people,
            OwnAccounts ownAccounts,
            PaymentRuns runs,
            ProposePaymentRun proposePaymentRun,
            SendPaymentRun sendPaymentRun,
            BusinessDay businessDay) {
        this.people = people;
        this.ownAccounts = ownAccounts;
        this.runs = runs;
        this.proposePaymentRun = proposePaymentRun;
        this.sendPaymentRun = sendPaymentRun;
        this.businessDay = businessDay;
    }

    /** Proposes and sends it, unless nothing is due that is not in a payment run already. */
    void propose() {
        Optional<OwnAccountView> account = ownAccounts.all().stream()
                .filter(own -> own.active() && own.currency().equals(CurrencyCode.PLN))
                .findFirst();
        if (account.isEmpty()) {
            return;
        }
        PaymentRunDraft draft =
                new PaymentRunDraft(businessDay.today(), account.get().id(), null);
        if (runs.preview(draft).orders().isEmpty()) {
            return;
        }
        people.<@Nullable Void>as(DemoPeople.TREASURER, () -> {
            PaymentRunView run = proposePaymentRun.propose(draft);
            sendPaymentRun.send(run.id(), null);
            return null;
        });
    }
}
