package io.simbaerp.ledger.allocation;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes settlements and takes hold of the items they are about. */
@Component
class SettlementRows {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    SettlementRows(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** What a key was used for. */
    record Made(UUID id, String inputHash) {}

    /** Nobody else settles these items until the transaction ends. */
    void hold(Collection<UUID> items) {
        jdbc.sql("select ledger.hold_open_items(:items)")
                .param("items", items.toArray(UUID[]::new))
                .query((row, n) -> n)
                .list();
    }

    Optional<Made> madeBy(String key) {
        return jdbc.sql(
                        "select id, input_hash from ledger.settlement where company_id = :company and idempotency_key = :key")
                .param("company", currentActor.company().value())
                .param("key", key)
                .query((row, n) -> new Made(row.getObject("id", UUID.class), row.getString("input_hash")))
                .optional();
    }

    void add(UUID id, SettlementDraft draft, int parts, @Nullable UUID entry) {
        insert(id, draft.partyId(), draft.day(), draft.reason(), parts, draft.idempotencyKey(), draft.fingerprint())
                .param("entry", entry, Types.OTHER)
                .param("undoes", null, Types.OTHER)
                .update();
    }

    void addPart(UUID settlement, SettlementPlan.Pair pair) {
        jdbc.sql("""
                        insert into ledger.allocation (company_id, id, item_id, against_id, amount, against_amount,
                                                       settlement_id, recorded_at, recorded_by)
                        values (:company, :id, :item, :against, :amount, :againstAmount, :settlement, :at::timestamptz, :by)""")
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("item", pair.claim())
                .param("against", pair.debt())
                .param("amount", pair.ofClaim().amount())
                .param("againstAmount", pair.ofDebt().amount())
                .param("settlement", settlement)
                .param("at", clock.instant().toString())
                .param("by", currentActor.actor().toString())
                .update();
    }

    /** The further record that takes a settlement back, with one part for each of its parts. */
    void addUndoing(UUID id, SettlementView undone, LocalDate day, String reason) {
        insert(id, undone.partyId(), day, reason, undone.parts().size(), "undoing " + undone.id(), "")
                .param("entry", null, Types.OTHER)
                .param("undoes", undone.id(), Types.OTHER)
                .update();
        jdbc.sql("""
                        insert into ledger.allocation (company_id, id, item_id, against_id, amount, against_amount,
                                                       settlement_id, undoes, recorded_at, recorded_by)
                        select a.company_id, simba.new_id(:at::timestamptz), a.item_id, a.against_id, -a.amount,
                               -a.against_amount, :id, a.id, :at::timestamptz, :by
                          from ledger.allocation a
                         where a.company_id = :company and a.settlement_id = :undone
                         order by a.id""")
                .param("company", currentActor.company().value())
                .param("id", id)
                .param("undone", undone.id())
                .param("at", clock.instant().toString())
                .param("by", currentActor.actor().toString())
                .update();
    }

    private JdbcClient.StatementSpec insert(
            UUID id, UUID party, LocalDate day, @Nullable String reason, int parts, String key, String hash) {
        return jdbc.sql("""
                        insert into ledger.settlement (company_id, id, party_id, day, reason, entry_id, undoes, parts,
                                                       idempotency_key, input_hash, recorded_at, recorded_by)
                        values (:company, :id, :party, :day, :reason, :entry, :undoes, :parts, :key, :hash,
                                :at::timestamptz, :by)""")
                .param("company", currentActor.company().value())
                .param("id", id)
                .param("party", party)
                .param("day", day)
                .param("reason", reason, Types.VARCHAR)
                .param("parts", parts)
                .param("key", key)
                .param("hash", hash)
                .param("at", clock.instant().toString())
                .param("by", currentActor.actor().toString());
    }
}
