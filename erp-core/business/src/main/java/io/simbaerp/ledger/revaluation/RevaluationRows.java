package io.simbaerp.ledger.revaluation;

import io.simbaerp.architecture.CurrentActor;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes revaluations. */
@Component
class RevaluationRows {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    RevaluationRows(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** One at a time in a company: the second finds what the first valued. */
    void waitForOthers() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:lock, 6))")
                .param("lock", currentActor.company().value() + "revaluation")
                .query((row, n) -> n)
                .list();
    }

    Optional<UUID> madeBy(String key) {
        return jdbc.sql("select id from ledger.revaluation where company_id = :company and idempotency_key = :key")
                .param("company", currentActor.company().value())
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    void add(UUID id, RevaluationPlan plan, UUID entry, UUID back, String key) {
        jdbc.sql("""
                        insert into ledger.revaluation (company_id, id, day, source, entry_id, back_id, items,
                                                        idempotency_key, recorded_at, recorded_by)
                        values (:company, :id, :day, :source, :entry, :back, :items, :key, :at::timestamptz, :by)""")
                .param("company", currentActor.company().value())
                .param("id", id)
                .param("day", plan.day())
                .param("source", plan.source().name())
                .param("entry", entry)
                .param("back", back)
                .param("items", plan.items().size())
                .param("key", key)
                .param("at", clock.instant().toString())
                .param("by", currentActor.actor().toString())
                .update();
        plan.items().forEach(item -> addItem(id, item));
    }

    private void addItem(UUID revaluation, RevaluationPlan.Item item) {
        jdbc.sql("""
                        insert into ledger.revalued_item (company_id, revaluation_id, item_id, open_amount, carried, rate,
                                                          rate_date, rate_table, value, difference)
                        values (:company, :revaluation, :item, :open, :carried, :rate, :rateDate, :table, :value,
                                :difference)""")
                .param("company", currentActor.company().value())
                .param("revaluation", revaluation)
                .param("item", item.id())
                .param("open", item.open().amount())
                .param("carried", item.carried().amount())
                .param("rate", item.rate().rate())
                .param("rateDate", item.rate().date())
                .param("table", item.rate().table())
                .param("value", item.value().amount())
                .param("difference", item.difference().amount())
                .update();
    }

    /** Whether it still stood. */
    boolean takeBack(UUID id, String reason) {
        return jdbc.sql("""
                        update ledger.revaluation
                           set taken_back_at = :at::timestamptz, taken_back_by = :by, taken_back_for = :reason
                         where company_id = :company and id = :id and taken_back_at is null""")
                        .param("company", currentActor.company().value())
                        .param("id", id)
                        .param("at", clock.instant().toString())
                        .param("by", currentActor.actor().toString())
                        .param("reason", reason)
                        .update()
                == 1;
    }
}
