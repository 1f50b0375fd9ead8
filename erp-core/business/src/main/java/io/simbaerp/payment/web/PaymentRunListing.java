package io.simbaerp.payment.web;

import static io.simbaerp.page.list.ListColumn.Kind.AMOUNT;
import static io.simbaerp.page.list.ListColumn.Kind.DATE;
import static io.simbaerp.page.list.ListColumn.Kind.INSTANT;
import static io.simbaerp.page.list.ListColumn.Kind.LINK;
import static io.simbaerp.page.list.ListColumn.Kind.NUMBER;
import static io.simbaerp.page.list.ListColumn.Kind.OWN;
import static io.simbaerp.page.list.ListColumn.Kind.TEXT;
import static io.simbaerp.page.list.ListColumn.Kind.WORD;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.page.list.BulkAction;
import io.simbaerp.page.list.BulkActions;
import io.simbaerp.page.list.ListCell;
import io.simbaerp.page.list.ListColumn;
import io.simbaerp.page.list.ListDescriptor;
import io.simbaerp.page.list.ListFilter;
import io.simbaerp.page.list.ListSort;
import io.simbaerp.page.list.ListSource;
import io.simbaerp.payment.PaymentRunState;
import io.simbaerp.payment.PaymentRuns;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the list of payment runs is made of: on its page, in REST and in files. */
@Component
class PaymentRunListing implements ListSource {

    static final String KEY = PaymentRuns.LIST;

    private static final String ORDERS = " from payment.payment_order p where p.company_id = r.company_id"
            + " and p.run_id = r.id and p.removed_at is null)";
    private static final String BLOCKED =
            "(select count(*) from payment.blocked_item b where b.company_id = r.company_id"
                    + " and b.run_id = r.id and b.order_id is null)";

    private static final List<ListColumn> COLUMNS = List.of(
            ListColumn.of("number", LINK, "r.number")
                    .sorted(ListSort.byUnique("r.number", ListSort.Type.TEXT))
                    .at("w-number at-1"),
            ListColumn.of("state", WORD, "r.state").words("payment.state.").at("w-state at-4"),
            ListColumn.of("account", TEXT, "a.name").at("cutcell at-3"),
            ListColumn.of("due", DATE, "r.due_until")
                    .sorted(ListSort.by("r.due_until", ListSort.Type.DATE))
                    .at("w-date desk-only"),
            ListColumn.of("proposed-by", OWN, "r.proposed_by").at("desk-only"),
            ListColumn.of("proposed-at", INSTANT, "r.proposed_at").at("w-time desk-only"),
            ListColumn.of("orders", NUMBER, "(select count(*)" + ORDERS).at("desk-only"),
            ListColumn.of("blocked", NUMBER, BLOCKED).at("desk-only"),
            ListColumn.of("total", AMOUNT, "(select coalesce(sum(p.amount), 0)" + ORDERS)
                    .beside("a.currency")
                    .at("w-amount at-2"));

    private static final List<ListFilter> FILTERS = List.of(
            ListFilter.choice(
                    "state",
                    "r.state",
                    Stream.of(PaymentRunState.values()).map(Enum::name).toList(),
                    "payment.state."),
            ListFilter.of("account", ListFilter.Kind.TEXT, "position(simba.fold(:account) in simba.fold(a.name)) > 0"),
            ListFilter.of("dueFrom", ListFilter.Kind.DATE, "r.due_until >= :dueFrom"),
            ListFilter.of("dueTo", ListFilter.Kind.DATE, "r.due_until <= :dueTo"));

    /** Runs are few, at most some each day: they are looked through. */
    private static final String SEARCH = "position(simba.fold(:text) in simba.fold(r.number || ' ' || a.name)) > 0";

    private static final ListDescriptor LIST = new ListDescriptor(
            KEY,
            "/payment-runs",
            Duty.VIEW_PAYMENT,
            "payment.run-list",
            "payment.payment_run r join company.bank_account a on a.company_id = r.company_id and a.id = r.account_id",
            "r.company_id",
            "r.id",
            null,
            SEARCH,
            "-number",
            COLUMNS,
            FILTERS);

    private final ActorNames names;
    private final BulkActions actions;

    PaymentRunListing(ActorNames names, BulkActions actions) {
        this.names = names;
        this.actions = actions;
    }

    @Override
    public ListDescriptor descriptor() {
        return LIST;
    }

    @Override
    public List<BulkAction> actions() {
        return actions.of(KEY);
    }

    @Override
    public @Nullable String tone(String column, String value) {
        return RunPages.tone(PaymentRunState.valueOf(value));
    }

    @Override
    public ListCell cell(String column, @Nullable Object value, @Nullable Object beside, UUID row) {
        return ListCell.text(value == null ? "" : names.nameOf(Actor.parse(value.toString())));
    }
}
