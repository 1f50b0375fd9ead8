package io.simbaerp.ledger.entry;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.JournalEntryDetails;
import java.sql.Types;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands before and after an entry in a list of entries, newest posting date first. */
@Query(Duty.VIEW_LEDGER)
public class EntryNeighbours {

    /** The entries beside one. */
    public record Around(@Nullable UUID previous, @Nullable UUID next) {}

    private static final String BESIDE = """
            select e.id from ledger.journal_entry e
              join ledger.journal j on j.company_id = e.company_id and j.id = e.journal_id
             where e.company_id = :company
               and (:journal::text is null or j.code = :journal)
               and (:from::date is null or e.posting_date >= :from)
               and (:to::date is null or e.posting_date <= :to)
               and (e.posting_date, e.id) %s (:day, :id)
             order by e.posting_date %2$s, e.id %2$s limit 1""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    EntryNeighbours(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** Its neighbours within this filter. */
    public Around of(JournalEntryDetails entry, JournalEntries.Filter filter) {
        return new Around(
                beside(BESIDE.formatted(">", "asc"), entry, filter),
                beside(BESIDE.formatted("<", "desc"), entry, filter));
    }

    /** Those of these documents that entries were made from. */
    public Set<UUID> posted(Collection<UUID> documents) {
        return documents.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("select distinct e.document_id from ledger.journal_entry e"
                                + " where e.company_id = :company and e.document_id in (:documents)"
                                + " and not exists (select from ledger.journal_entry r"
                                + " where r.company_id = e.company_id and r.reversal_of = e.id)"
                                + " and e.reversal_of is null")
                        .param("company", currentActor.company().value())
                        .param("documents", documents)
                        .query(UUID.class)
                        .list());
    }

    private @Nullable UUID beside(String sql, JournalEntryDetails entry, JournalEntries.Filter filter) {
        return jdbc.sql(sql)
                .param("company", currentActor.company().value())
                .param("journal", filter.journal(), Types.VARCHAR)
                .param("from", filter.from(), Types.DATE)
                .param("to", filter.to(), Types.DATE)
                .param("day", entry.postingDate())
                .param("id", entry.id().value())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }
}
