package io.simbaerp.payment.store;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.confidential.Confidential;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.proposal.BlockReason;
import io.simbaerp.payment.proposal.BlockedItem;
import io.simbaerp.payment.proposal.Obstacle;
import io.simbaerp.payment.proposal.PayableItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a run does not order, with everything that stands in the way. */
@Component
class BlockedRows {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    BlockedRows(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** What is blocked still: not what an approver let through. */
    List<PaymentRunView.Blocked> of(PaymentRunId run) {
        return statement("select coalesce(" + Confidential.hides("b.document_id") + """
                       , false) as unseen,
                       b.open_item_id, b.payee_id, b.payee_name, b.amount, b.currency, b.due_date, b.document_id,
                       b.document_number, b.reasons, b.details
                  from payment.blocked_item b
                 where b.company_id = :company and b.run_id = :run and b.order_id is null
                 order by b.due_date, b.payee_name, b.document_number, b.open_item_id""", run)
                .query((row, n) -> new PaymentRunView.Blocked(
                        RunRows.item(row),
                        row.getObject("payee_id", UUID.class),
                        row.getString("payee_name"),
                        obstacles(row)))
                .list();
    }

    void block(PaymentRunId run, List<BlockedItem> blocked) {
        blocked.forEach(each -> block(run, each));
    }

    private void block(PaymentRunId run, BlockedItem blocked) {
        PayableItem item = blocked.item();
        List<Obstacle> obstacles = blocked.obstacles();
        statement("""
                insert into payment.blocked_item
                       (company_id, run_id, open_item_id, payee_id, payee_name, amount, currency, due_date,
                        document_id, document_number, reasons, details)
                values (:company, :run, :item, :payee, :name, :amount, :currency, :due, :document, :number, :reasons,
                        :details)
                on conflict (company_id, run_id, open_item_id)
                do update set reasons = excluded.reasons, details = excluded.details, order_id = null""", run)
                .param("item", item.openItemId())
                .param("payee", item.payee().id().value())
                .param("name", item.payee().name())
                .param("amount", item.owed().amount())
                .param("currency", item.owed().currency().code())
                .param("due", item.dueDate())
                .param("document", item.voucher().documentId(), java.sql.Types.OTHER)
                .param("number", item.voucher().number())
                .param("reasons", names(obstacles.stream().map(Obstacle::reason).toList()))
                .param("details", obstacles.stream().map(Obstacle::detail).toArray(String[]::new))
                .update();
    }

    void letThrough(PaymentRunId run, UUID openItem, UUID order) {
        statement("""
                update payment.blocked_item set order_id = :order
                 where company_id = :company and run_id = :run and open_item_id = :item""", run).param("order", order).param("item", openItem).update();
    }

    static String[] names(Collection<BlockReason> reasons) {
        return reasons.stream().map(BlockReason::name).toArray(String[]::new);
    }

    static List<BlockReason> reasons(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(BlockReason::valueOf)
                .toList();
    }

    private static List<Obstacle> obstacles(ResultSet row) throws SQLException {
        List<BlockReason> reasons = reasons(row, "reasons");
        String[] details = (String[]) row.getArray("details").getArray();
        return IntStream.range(0, reasons.size())
                .mapToObj(place -> new Obstacle(reasons.get(place), details[place]))
                .toList();
    }

    private JdbcClient.StatementSpec statement(String sql, PaymentRunId run) {
        return jdbc.sql(sql).param("company", currentActor.company().value()).param("run", run.value());
    }
}
