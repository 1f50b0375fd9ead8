package io.simbaerp.ledger.draft;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The reader's own unfinished entries. */
@Query(Duty.POST_JOURNAL_ENTRY)
public class EntryDrafts {

    /** What the key of an entry typed by hand begins with; the key of its form follows, which is the draft's id. */
    public static final String KEY = "manual ";

    static final JsonMapper JSON = JsonMapper.builder().build();

    /** Neither posted nor proposed, whatever was sent late by a window that has posted it. */
    static final String UNFINISHED = """
            not exists (select from ledger.journal_entry e
                         where e.company_id = :company and e.idempotency_key = 'manual ' || d.id)
            and not exists (select from ledger.entry_proposal p
                             where p.company_id = :company and p.idempotency_key = 'manual ' || d.id)""";

    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};
    private static final String OWN = "select d.id, d.fields, d.saved_at from ledger.entry_draft d"
            + " where d.company_id = :company and d.person = :person and d.discarded_at is null and " + UNFINISHED;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    EntryDrafts(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /**
     * An unfinished entry.
     *
     * @param fields of the form as they were typed, by name, a value for each line
     */
    public record Draft(UUID id, Map<String, List<String>> fields, Instant savedAt) {

        /** What was typed into a field of the head; empty for nothing. */
        public String text(String field) {
            return fields.getOrDefault(field, List.of()).stream().findFirst().orElse("");
        }
    }

    /** The latest first. */
    public List<Draft> all() {
        return person().map(person -> own(OWN + " order by d.saved_at desc, d.id desc", person)
                        .query(EntryDrafts::draft)
                        .list())
                .orElse(List.of());
    }

    /** How many there are. */
    public int count() {
        return person().map(person -> own("select count(*) from (" + OWN + ") own", person)
                        .query(Integer.class)
                        .single())
                .orElse(0);
    }

    /** One of the reader's own; nothing for another person's, a discarded or a finished one. */
    public Optional<Draft> find(UUID id) {
        return person().flatMap(person -> own(OWN + " and d.id = :id", person)
                .param("id", id)
                .query(EntryDrafts::draft)
                .optional());
    }

    private Optional<UUID> person() {
        return currentActor.actor().userId();
    }

    private JdbcClient.StatementSpec own(String sql, UUID person) {
        return jdbc.sql(sql).param("company", currentActor.company().value()).param("person", person);
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                JSON.readValue(row.getString("fields"), FIELDS),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
