package io.simbaerp.payment.store;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.confidential.Confidential;
import io.simbaerp.payment.PaymentRunId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the books did to the items of a run after its file had left. It is read from the allocations themselves, so that no
 * way of settling is forgotten.
 */
@Component
public class SettledSince {

    /**
     * An item was settled whole and is held no longer, or that was taken back and its order holds it again.
     *
     * @param number of its document, for whoever may see it
     */
    public record Move(Instant at, Actor by, UUID openItemId, String number, boolean freed) {}

    /** What is left after each settlement, whose parts count as one. */
    private static final String MOVES = """
            with held as (
                select t.open_item_id, t.document_number, abs(i.amount) as amount, r.released_at,
                       least(o.let_go_at, r.cancelled_at) as until, %s as number
                  from payment.order_item t
                  join payment.payment_order o on o.company_id = t.company_id and o.id = t.order_id
                  join payment.payment_run r on r.company_id = t.company_id and r.id = t.run_id
                  join ledger.open_item i on i.company_id = t.company_id and i.id = t.open_item_id
                 where t.company_id = :company and t.run_id = :run and o.removed_at is null
                   and r.released_at is not null),
            taken as (
                select h.open_item_id, min(a.recorded_at) as recorded_at, max(a.recorded_by) as recorded_by,
                       bool_or(a.undoes is not null) as undoing, min(a.id::text) as id, sum(a.taken) as taken
                  from held h
                  cross join lateral (
                       select id, settlement_id, undoes, recorded_at, recorded_by, amount as taken
                         from ledger.allocation where company_id = :company and item_id = h.open_item_id
                       union all
                       select id, settlement_id, undoes, recorded_at, recorded_by, against_amount
                         from ledger.allocation where company_id = :company and against_id = h.open_item_id) a
                 group by h.open_item_id, coalesce(a.settlement_id, a.id)),
            left_over as (
                select h.*, m.recorded_at, m.recorded_by, m.undoing, m.id, m.taken,
                       h.amount - sum(m.taken) over (partition by h.open_item_id
                                                     order by m.recorded_at, m.undoing, m.id) as remaining
                  from held h join taken m on m.open_item_id = h.open_item_id)
            select open_item_id, number, recorded_at, recorded_by, remaining = 0 as freed
              from left_over
             where recorded_at >= released_at and (until is null or recorded_at <= until)
               and (remaining = 0) <> (remaining + taken = 0)
             order by recorded_at, undoing, document_number, id""".formatted(Confidential.orUnseen("t.document_id", "t.document_number"));

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    SettledSince(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** In the order of time; nothing before the release, and nothing after the order was let go or the run was cancelled. */
    public List<Move> of(PaymentRunId run) {
        return jdbc.sql(MOVES)
                .param("company", currentActor.company().value())
                .param("run", run.value())
                .query((row, n) -> new Move(
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        Actor.parse(row.getString("recorded_by")),
                        row.getObject("open_item_id", UUID.class),
                        row.getString("number"),
                        row.getBoolean("freed")))
                .list();
    }
}
