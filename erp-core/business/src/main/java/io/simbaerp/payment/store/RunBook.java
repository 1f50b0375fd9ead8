package io.simbaerp.payment.store;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.payment.PaymentRunDraft;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.proposal.BlockedItem;
import io.simbaerp.payment.proposal.PayableItem;
import io.simbaerp.payment.proposal.PlannedOrder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes runs down. Which moves are allowed, PostgreSQL judges again. */
@Component
public class RunBook {

    private static final String ORDER = """
            insert into payment.payment_order
                   (company_id, id, run_id, position, kind, payee_id, payee_name, iban, street, postal_code, city,
                    country, amount, currency, pay_on, title, reference, let_through_by, let_through_reasons,
                    let_through_comment)
            values (:company, :id, :run, :position, :kind, :payee, :name, :iban, :street, :postal, :city, :country,
                    :amount, :currency, :on, :title, :reference, :by, :reasons, :comment)""";

    private final JdbcClient jdbc;
    private final RunRows rows;
    private final BlockedRows blockedRows;
    private final CurrentActor currentActor;
    private final Clock clock;

    RunBook(JdbcClient jdbc, RunRows rows, BlockedRows blockedRows, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.blockedRows = blockedRows;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** One proposal of a company at a time, so that the second sees what the first holds. */
    public void waitForOthers() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "payment.run:" + currentActor.company())
                .query(row -> {});
    }

    /** The same, refused as {@code payment-run.changed-meanwhile} if it is no longer the version somebody saw. */
    public PaymentRunView locked(PaymentRunId id, @Nullable Integer version) {
        PaymentRunView run = locked(id);
        if (version != null && version != run.version()) {
            throw new Conflict("payment-run.changed-meanwhile");
        }
        return run;
    }

    /** The run, kept from everybody else until the transaction ends. */
    public PaymentRunView locked(PaymentRunId id) {
        List<UUID> found = statement(
                        "select id from payment.payment_run where company_id = :company and id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .list();
        if (found.isEmpty()) {
            throw new NotFound("payment-run", id);
        }
        return rows.byId(id).orElseThrow();
    }

    public PaymentRunId open(PaymentRunDraft draft, String number) {
        UUID id = NewId.at(clock);
        statement("""
                insert into payment.payment_run
                       (company_id, id, number, state, account_id, due_until, pay_on, proposed_by, proposed_for,
                        proposed_at)
                values (:company, :id, :number, 'PROPOSED', :account, :until, :on, :by, :for, :now)""")
                .param("id", id)
                .param("number", number)
                .param("account", draft.accountId())
                .param("until", draft.dueUntil())
                .param("on", draft.payOn(), java.sql.Types.DATE)
                .param("by", currentActor.actor().toString())
                .param("for", currentActor.get().forWhom(), java.sql.Types.VARCHAR)
                .param("now", now())
                .update();
        return new PaymentRunId(id);
    }

    /** Adds an order with its items, at the next place. */
    public UUID order(
            PaymentRunId run, String number, PlannedOrder order, PaymentRunView.@Nullable LetThrough through) {
        UUID id = NewId.at(clock);
        int position = nextPosition(run);
        transfer(ORDER, id, run, order)
                .param("position", position)
                .param("reference", number.replace('/', '-') + "-%04d".formatted(position))
                .param("by", through == null ? null : through.by())
                .param("reasons", through == null ? null : BlockedRows.names(through.reasons()), java.sql.Types.ARRAY)
                .param("comment", through == null ? null : through.comment())
                .update();
        order.items().forEach(item -> hold(run, id, item));
        return id;
    }

    private int nextPosition(PaymentRunId run) {
        return statement("""
                        select coalesce(max(position), 0) + 1 from payment.payment_order
                         where company_id = :company and run_id = :run""").param("run", run.value()).query(Integer.class).single();
    }

    private JdbcClient.StatementSpec transfer(String sql, UUID id, PaymentRunId run, PlannedOrder order) {
        return statement(sql)
                .param("id", id)
                .param("run", run.value())
                .param("kind", order.kind().name())
                .param("payee", order.payee().id().value())
                .param("name", order.payee().name())
                .param("iban", order.iban())
                .param("street", order.payee().address().street())
                .param("postal", order.payee().address().postalCode())
                .param("city", order.payee().address().city())
                .param("country", order.payee().address().country())
                .param("amount", order.amount().amount())
                .param("currency", order.amount().currency().code())
                .param("on", order.payOn())
                .param("title", order.title());
    }

    private void hold(PaymentRunId run, UUID order, PayableItem item) {
        statement("""
                insert into payment.order_item
                       (company_id, order_id, open_item_id, run_id, amount, currency, due_date, document_id,
                        document_number)
                values (:company, :order, :item, :run, :amount, :currency, :due, :document, :number)""")
                .param("order", order)
                .param("item", item.openItemId())
                .param("run", run.value())
                .param("amount", item.owed().amount())
                .param("currency", item.owed().currency().code())
                .param("due", item.dueDate())
                .param("document", item.voucher().documentId(), java.sql.Types.OTHER)
                .param("number", item.voucher().number())
                .update();
    }

    public void block(PaymentRunId run, List<BlockedItem> items) {
        blockedRows.block(run, items);
    }

    /** The item is ordered after all; it stays on record that it was blocked. */
    public void letThrough(PaymentRunId run, UUID openItem, UUID order) {
        blockedRows.letThrough(run, openItem, order);
        touch(run);
    }

    public void takeOut(PaymentRunId run, UUID order) {
        statement("""
                update payment.payment_order set removed_at = :now, removed_by = :by
                 where company_id = :company and id = :order""")
                .param("now", now())
                .param("by", currentActor.actor().toString())
                .param("order", order)
                .update();
        statement("update payment.order_item set live = false where company_id = :company and order_id = :order")
                .param("order", order)
                .update();
        touch(run);
    }

    /** Its items are free with it: PostgreSQL sees to that. */
    public void letGo(UUID order, String reason) {
        statement("""
                update payment.payment_order
                   set let_go_by = :by, let_go_for = :for, let_go_at = :now, let_go_reason = :reason
                 where company_id = :company and id = :order""")
                .param("by", currentActor.actor().toString())
                .param("for", currentActor.get().forWhom(), java.sql.Types.VARCHAR)
                .param("now", now())
                .param("reason", reason)
                .param("order", order)
                .update();
    }

    public void sent(PaymentRunId run) {
        move(run, "state = 'IN_APPROVAL', sent_by = :by, sent_for = :for, sent_at = :now, note = null");
    }

    public void returned(PaymentRunId run, @Nullable String note) {
        statement("""
                update payment.payment_run set state = 'PROPOSED', note = coalesce(:note, note), version = version + 1
                 where company_id = :company and id = :id""").param("note", note).param("id", run.value()).update();
    }

    public void note(PaymentRunId run, String note) {
        statement("update payment.payment_run set note = :note where company_id = :company and id = :id")
                .param("note", note)
                .param("id", run.value())
                .update();
    }

    /** Frees every item the run held. */
    public void cancelled(PaymentRunId run, String reason) {
        statement("""
                update payment.payment_run
                   set state = 'CANCELLED', cancelled_by = :by, cancelled_for = :for, cancelled_at = :now,
                       cancel_reason = :reason, version = version + 1
                 where company_id = :company and id = :id""")
                .param("by", currentActor.actor().toString())
                .param("for", currentActor.get().forWhom(), java.sql.Types.VARCHAR)
                .param("now", now())
                .param("reason", reason)
                .param("id", run.value())
                .update();
        statement("update payment.order_item set live = false where company_id = :company and run_id = :id and live")
                .param("id", run.value())
                .update();
    }

    /** What a bank would refuse as past moves to this day. */
    public void payNotBefore(PaymentRunId run, LocalDate day) {
        statement("""
                update payment.payment_order set pay_on = :day
                 where company_id = :company and run_id = :id and removed_at is null and pay_on < :day""").param("day", day).param("id", run.value()).update();
    }

    public void file(PaymentRunView run, PaymentRunView.FileRow file, String format) {
        statement("""
                insert into payment.payment_file
                       (company_id, run_id, name, message_id, format, sha256, size, orders, control_sum, schema_checked,
                        made_at)
                values (:company, :id, :name, :message, :format, :sha256, :size, :orders, :sum, :checked, :now)""")
                .param("id", run.id().value())
                .param("name", file.name())
                .param("message", file.messageId())
                .param("format", format)
                .param("sha256", file.sha256())
                .param("size", file.size())
                .param("orders", run.orders().size())
                .param("sum", run.total().amount())
                .param("checked", file.schemaChecked())
                .param("now", file.madeAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public void released(PaymentRunId run, String approvedBy) {
        statement("""
                update payment.payment_run
                   set state = 'RELEASED', approved_by = :by, released_at = :now, version = version + 1
                 where company_id = :company and id = :id""")
                .param("by", approvedBy)
                .param("now", now())
                .param("id", run.value())
                .update();
    }

    /** Whoever saw it before has seen another version. */
    public void touch(PaymentRunId run) {
        statement("update payment.payment_run set version = version + 1 where company_id = :company and id = :id")
                .param("id", run.value())
                .update();
    }

    private void move(PaymentRunId run, String change) {
        statement("update payment.payment_run set " + change
                        + ", version = version + 1 where company_id = :company and id = :id")
                .param("by", currentActor.actor().toString())
                .param("for", currentActor.get().forWhom(), java.sql.Types.VARCHAR)
                .param("now", now())
                .param("id", run.value())
                .update();
    }

    private JdbcClient.StatementSpec statement(String sql) {
        return jdbc.sql(sql).param("company", currentActor.company().value());
    }

    private java.time.OffsetDateTime now() {
        Instant now = clock.instant();
        return now.atOffset(ZoneOffset.UTC);
    }
}
