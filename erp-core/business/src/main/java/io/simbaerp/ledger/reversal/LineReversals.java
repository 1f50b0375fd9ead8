package io.simbaerp.ledger.reversal;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.JournalEntryId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which lines took which back, seen from either of them. */
@Query(Duty.VIEW_LEDGER)
public class LineReversals {

    /**
     * One line taken back by another.
     *
     * @param line number of the line of the entry asked for
     * @param reversal the other entry: the one that took it back, or the one whose line this one takes back
     * @param reversalLine number of its line
     */
    public record LineReversal(int line, JournalEntryDetails.Reference reversal, int reversalLine) {}

    private static final String SELECT = """
            select r.%1$s as line, r.%2$s as other_line, e.id,
                   j.code || '/' || y.code || '/' || lpad(e.number::text, 6, '0') as full_number
              from ledger.line_reversal r
              join ledger.journal_entry e on e.company_id = r.company_id and e.id = r.%3$s
              join ledger.journal j on j.company_id = e.company_id and j.id = e.journal_id
              join company.fiscal_year y on y.company_id = e.company_id and y.id = e.fiscal_year_id
             where r.company_id = :company and r.%4$s = :entry
             order by line""";

    private static final String TAKEN = SELECT.formatted("line_number", "reversal_line", "reversal_id", "entry_id");
    private static final String TAKING = SELECT.formatted("reversal_line", "line_number", "entry_id", "reversal_id");

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    LineReversals(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** The entry's lines that were taken back. */
    public List<LineReversal> of(JournalEntryId entry) {
        return read(TAKEN, entry);
    }

    /** The lines of others that this entry takes back. */
    public List<LineReversal> takenBackBy(JournalEntryId entry) {
        return read(TAKING, entry);
    }

    private List<LineReversal> read(String sql, JournalEntryId entry) {
        return jdbc.sql(sql)
                .param("company", currentActor.company().value())
                .param("entry", entry.value())
                .query((row, n) -> new LineReversal(
                        row.getInt("line"),
                        new JournalEntryDetails.Reference(
                                new JournalEntryId(row.getObject("id", UUID.class)), row.getString("full_number")),
                        row.getInt("other_line")))
                .list();
    }
}
