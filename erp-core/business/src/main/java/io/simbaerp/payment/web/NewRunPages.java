package io.simbaerp.payment.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.bankaccount.OwnAccountView;
import io.simbaerp.company.bankaccount.OwnAccounts;
import io.simbaerp.money.Money;
import io.simbaerp.payment.PaymentRunDraft;
import io.simbaerp.payment.PaymentRuns;
import io.simbaerp.payment.proposal.PaymentPlan;
import io.simbaerp.payment.proposal.PlannedOrder;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts together the page on which a run is proposed. */
@Component
class NewRunPages {

    private static final int DAYS_AHEAD = 7;

    private final PaymentRuns runs;
    private final OwnAccounts ownAccounts;
    private final RunPageRows rows;
    private final BusinessDay businessDay;
    private final Permission permission;

    NewRunPages(
            PaymentRuns runs,
            OwnAccounts ownAccounts,
            RunPageRows rows,
            BusinessDay businessDay,
            Permission permission) {
        this.runs = runs;
        this.ownAccounts = ownAccounts;
        this.rows = rows;
        this.businessDay = businessDay;
        this.permission = permission;
    }

    /** What wasn't asked for is the first account and a week ahead. */
    ProposalForm completed(ProposalForm asked) {
        String account = asked.accountId() == null || asked.accountId().isBlank()
                ? inUse().stream().map(each -> each.id().toString()).findFirst().orElse("")
                : asked.accountId();
        String until = asked.dueUntil() == null || asked.dueUntil().isBlank()
                ? businessDay.today().plusDays(DAYS_AHEAD).toString()
                : asked.dueUntil();
        return new ProposalForm(account, until, asked.payOn());
    }

    /** @throws io.simbaerp.architecture.RuleViolation as the draft or its preview does */
    NewRunPage page(ProposalForm form) {
        List<OwnAccountView> accounts = inUse();
        return new NewRunPage(
                form, accounts, accounts.isEmpty() ? null : preview(form), permission.has(Duty.PROPOSE_PAYMENT));
    }

    /** Without a preview, for what was refused. */
    NewRunPage without(ProposalForm form) {
        return new NewRunPage(form, inUse(), null, permission.has(Duty.PROPOSE_PAYMENT));
    }

    private NewRunPage.Preview preview(ProposalForm form) {
        PaymentRunDraft draft = form.draft();
        PaymentPlan plan = runs.preview(draft);
        Money nothing =
                Money.zero(ownAccounts.byId(draft.accountId()).orElseThrow().currency());
        return new NewRunPage.Preview(
                null,
                plan.orders().size(),
                plan.orders().stream().map(PlannedOrder::amount).reduce(nothing, Money::plus),
                plan.orders().stream()
                        .map(order -> rows.planned(order, draft.payOn()))
                        .toList(),
                plan.blocked().stream().map(rows::planned).toList(),
                new RunPage.May(false, false, false, false, 0),
                null,
                permission.has(Duty.PROPOSE_PAYMENT) ? form : null);
    }

    private List<OwnAccountView> inUse() {
        return ownAccounts.all().stream().filter(OwnAccountView::active).toList();
    }
}
