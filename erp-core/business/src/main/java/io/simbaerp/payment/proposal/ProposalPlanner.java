package io.simbaerp.payment.proposal;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.bankaccount.OwnAccountView;
import io.simbaerp.company.bankaccount.OwnAccounts;
import io.simbaerp.payment.PaymentRunDraft;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans a run from what is due now. */
@Component
public class ProposalPlanner {

    private final DueItems dueItems;
    private final OwnAccounts ownAccounts;
    private final BusinessDay businessDay;

    ProposalPlanner(DueItems dueItems, OwnAccounts ownAccounts, BusinessDay businessDay) {
        this.dueItems = dueItems;
        this.ownAccounts = ownAccounts;
        this.businessDay = businessDay;
    }

    /** @throws RuleViolation payment-run.account-off, payment-run.day-past */
    public PaymentPlan plan(PaymentRunDraft draft) {
        OwnAccountView account =
                ownAccounts.byId(draft.accountId()).orElseThrow(() -> new NotFound("own-account", draft.accountId()));
        if (!account.active()) {
            throw RuleViolation.ofField("accountId", "payment-run.account-off", account.name());
        }
        LocalDate today = businessDay.today();
        if (draft.payOn() != null && draft.payOn().isBefore(today)) {
            throw RuleViolation.ofField("payOn", "payment-run.day-past", draft.payOn());
        }
        return PaymentPlan.of(dueItems.until(draft.dueUntil()), terms(account, draft.payOn()));
    }

    /**
     * The order of one item alone, as an approver lets it through.
     *
     * @param seen what they decided about
     * @return nothing if it can't be paid at all, or something they did not see stands in the way
     */
    public Optional<PlannedOrder> alone(
            UUID openItemId, OwnAccountView account, @Nullable LocalDate payOn, List<BlockReason> seen) {
        return dueItems.one(openItemId).flatMap(item -> PaymentPlan.alone(item, terms(account, payOn), seen));
    }

    /** What stands in the way of it now besides what they decided about. */
    public List<BlockReason> unseen(
            UUID openItemId, OwnAccountView account, @Nullable LocalDate payOn, List<BlockReason> seen) {
        return dueItems.one(openItemId)
                .map(item -> PaymentPlan.unseen(item, terms(account, payOn), seen))
                .orElse(List.of());
    }

    /**
     * What becomes of one item by itself.
     *
     * @param account in the item's currency where there is one
     */
    public record Single(PayableItem item, OwnAccountView account, PaymentPlan plan) {}

    /**
     * What would become of these items if each were ordered by itself today.
     *
     * @throws RuleViolation payment-run.no-account
     */
    public List<Single> singles(Collection<UUID> openItems) {
        List<OwnAccountView> accounts =
                ownAccounts.all().stream().filter(OwnAccountView::active).toList();
        return dueItems.these(openItems).stream()
                .map(item -> {
                    OwnAccountView account = accounts.stream()
                            .filter(one -> one.currency().equals(item.owed().currency()))
                            .findFirst()
                            .or(() -> accounts.stream().findFirst())
                            .orElseThrow(() -> new RuleViolation("payment-run.no-account"));
                    return new Single(item, account, PaymentPlan.of(List.of(item), terms(account, null)));
                })
                .toList();
    }

    private PaymentPlan.Terms terms(OwnAccountView account, @Nullable LocalDate payOn) {
        return new PaymentPlan.Terms(account.currency(), account.profile(), businessDay.today(), payOn);
    }
}
