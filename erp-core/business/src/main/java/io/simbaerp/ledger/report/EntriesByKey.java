package io.simbaerp.ledger.report;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.ledger.JournalEntryId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries by the keys they were posted with: where a row of another book leads. */
@Query(Duty.VIEW_LEDGER)
public class EntriesByKey {

    /** An entry and its number. */
    public record Entry(JournalEntryId id, String number, String key) {}

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    EntriesByKey(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** Those that were posted, by key. */
    public Map<String, Entry> of(Collection<String> keys) {
        return jdbc
                .sql("""
                        select e.id, e.idempotency_key,
                               j.code || '/' || y.code || '/' || lpad(e.number::text, 6, '0') as number
                          from ledger.journal_entry e
                          join ledger.journal j on j.company_id = e.company_id and j.id = e.journal_id
                          join company.fiscal_year y on y.company_id = e.company_id and y.id = e.fiscal_year_id
                         where e.company_id = :company and e.idempotency_key = any(:keys)""")
                .param("company", currentActor.company().value())
                .param("keys", keys.stream().distinct().toArray(String[]::new))
                .query((row, n) -> new Entry(
                        new JournalEntryId(row.getObject("id", UUID.class)),
                        row.getString("number"),
                        row.getString("idempotency_key")))
                .list()
                .stream()
                .collect(Collectors.toMap(Entry::key, entry -> entry));
    }
}
