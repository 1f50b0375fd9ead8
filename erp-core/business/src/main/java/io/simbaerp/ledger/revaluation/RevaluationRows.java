package io.simbaerp.ledger.revaluation;

import io.simbaerp.architecture.CurrentActor;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    void add(UUID id, RevaluationPlan plan, UUID entry, @Nullable UUID back, String key) {
        jdbc.sql("""
                        insert into ledger.revaluation (company_id, id, day, source, method, entry_id, back_id, items, accounts,
                                                        idempotency_key, recorded_at, recorded_by)
                        values (:company, :id, :day, :source, :method, :entry, :back, :items, :accounts, :key,
                                :at::timestamptz, :by)""")
                .param("company", currentActor.company().value())
                .param("id", id)
                .param("day", plan.day())
                .param("source", plan.source().name())
                .param("method", plan.wish().method().name())
                .param("entry", entry)
                .param("back", back, Types.OTHER)
                .param("items", plan.items().size())
                .param("accounts", plan.accounts().size())
                .param("key", key)
                .param("at", clock.instant().toString())
                .param("by", currentActor.actor().toString())
                .update();
        plan.items().forEach(item -> addItem(id, item));
        plan.accounts().forEach(account -> addAccount(id, account));
    }

    private void addAccount(UUID revaluation, RevaluationPlan.Account account) {
        jdbc.sql("""
                        insert into ledger.revalued_account (company_id, revaluation_id, account_id, currency, balance, carried,
                                                             rate, rate_date, rate_table, value, difference)
                        values (:company, :revaluation, :account, :currency, :balance, :carried, :rate, :rateDate, :table,
                                :value, :difference)""")
                .param("company", currentActor.company().value())
                .param("revaluation", revaluation)
                .param("account", account.id())
                .param("currency", account.balance().currency().code())
                .param("balance", account.balance().amount())
                .param("carried", account.carried().amount())
                .param("rate", account.rate().rate())
                .param("rateDate", account.rate().date())
                .param("table", account.rate().table())
                .param("value", account.value().amount())
                .param("difference", account.gain().amount())
                .update();
    }

    private void addItem(UUID revaluation, RevaluationPlan.Item item) {
        jdbc.sql("""
                        insert into ledger.revalued_item (company_id, revaluation_id, item_id, open_amount, carried, adjusted, rate,
                                                          rate_date, rate_table, value, difference)
                        values (:company, :revaluation, :item, :open, :carried, :adjusted, :rate, :rateDate, :table, :value,
                                :difference)""")
                .param("company", currentActor.company().value())
                .param("revaluation", revaluation)
                .param("item", item.id())
                .param("open", item.open().amount())
                .param("carried", item.carried().amount())
                .param("adjusted", item.adjusted().amount())
                .param("rate", item.rate().rate())
                .param("rateDate", item.rate().date())
                .param("table", item.rate().table())
                .param("value", item.value().amount())
                .param("difference", item.difference().amount())
                .update();
    }

    /** The day of a later valuation that counts what this one left in the books. */
    Optional<LocalDate> countedBy(UUID id) {
        return jdbc.sql("""
                        select min(later.day) from ledger.revaluation r
                          join ledger.revaluation later on later.company_id = r.company_id and later.day > r.day
                           and later.taken_back_at is null
                         where r.company_id = :company and r.id = :id and r.method = 'CUMULATIVE' and r.taken_back_at is null
                           and (later.method = 'CUMULATIVE'
                                or exists (select from ledger.revalued_item v
                                             join ledger.revalued_item w
                                               on w.company_id = v.company_id and w.item_id = v.item_id
                                            where v.company_id = r.company_id and v.revaluation_id = r.id
                                              and w.revaluation_id = later.id)
                                or exists (select from ledger.revalued_account v
                                             join ledger.revalued_account w
                                               on w.company_id = v.company_id and w.account_id = v.account_id
                                            where v.company_id = r.company_id and v.revaluation_id = r.id
                                              and w.revaluation_id = later.id))
                        having min(later.day) is not null""")
                .param("company", currentActor.company().value())
                .param("id", id)
                .query(LocalDate.class)
                .optional();
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
