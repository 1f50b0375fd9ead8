package io.simbaerp.ledger.bulk;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Uploaded files of entries: how far they are, and what was refused. */
@Query(Duty.POST_JOURNAL_ENTRY)
public class EntryUploads {

    /** A file and how far it is. */
    public record Upload(
            UUID id,
            String fileName,
            UUID uploadedBy,
            Instant uploadedAt,
            int entries,
            int posted,
            int repeated,
            int refused,
            State state) {

        /** How many of a hundred are dealt with. */
        public int percent() {
            return entries == 0 ? 100 : (int) (100L * (posted + repeated + refused) / entries);
        }
    }

    /** Whether it goes on. */
    public enum State {
        WAITING,
        DONE,
        STOPPED
    }

    /** An entry that was refused: the row of the file, the field, the rule. */
    public record Refused(
            int row, @Nullable String key, @Nullable String field, String rule, List<Object> args) {

        static Refused of(List<Integer> rows, @Nullable String key, RuleViolation refusal) {
            String field = refusal.field();
            return new Refused(
                    rows.get(Math.min(line(field), rows.size() - 1)),
                    key,
                    field == null ? null : field.replaceFirst("^lines\\[\\d+]\\.?", ""),
                    refusal.rule(),
                    refusal.args());
        }
    }

    private static final String SELECT =
            "select id, file_name, uploaded_by, uploaded_at, entries, posted, repeated, refused,"
                    + " state from ledger.entry_upload where company_id = :company ";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final CurrentActor currentActor;

    EntryUploads(JdbcClient jdbc, JsonMapper json, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.json = json;
        this.currentActor = currentActor;
    }

    /** The newest first. */
    public List<Upload> newest(int count) {
        return jdbc.sql(SELECT + "order by uploaded_at desc, id desc limit :count")
                .param("company", currentActor.company().value())
                .param("count", count)
                .query(EntryUploads::upload)
                .list();
    }

    public Optional<Upload> byId(UUID id) {
        return jdbc.sql(SELECT + "and id = :id")
                .param("company", currentActor.company().value())
                .param("id", id)
                .query(EntryUploads::upload)
                .optional();
    }

    /** What waits to be posted, the oldest first. */
    List<Upload> waiting() {
        return jdbc.sql(SELECT + "and state = 'WAITING' order by uploaded_at, id")
                .param("company", currentActor.company().value())
                .query(EntryUploads::upload)
                .list();
    }

    /** What was refused, in the order of the file. */
    public void refused(UUID upload, int most, Consumer<Refused> each) {
        jdbc.sql("select rows, key, field, rule, args::text from ledger.entry_upload_row where company_id = :company"
                        + " and upload_id = :upload and outcome = 'REFUSED' order by place limit :most")
                .param("company", currentActor.company().value())
                .param("upload", upload)
                .param("most", most)
                .query(row -> {
                    each.accept(refused(row));
                });
    }

    private Refused refused(ResultSet row) throws SQLException {
        Integer[] rows = (Integer[]) row.getArray("rows").getArray();
        String field = row.getString("field");
        String key = row.getString("key").replaceFirst("^file ", "");
        String args = row.getString("args");
        return new Refused(
                rows[Math.min(line(field), rows.length - 1)],
                key.matches("[0-9a-f]{64} \\d+") ? null : key,
                field == null ? null : field.replaceFirst("^lines\\[\\d+]\\.?", ""),
                row.getString("rule"),
                args == null ? List.of() : Arrays.asList(json.readValue(args, Object[].class)));
    }

    /** lines[2] and lines[2].debit stand in the third row of the entry. */
    private static int line(@Nullable String field) {
        return field == null || !field.startsWith("lines[")
                ? 0
                : Integer.parseInt(field.substring(6, field.indexOf(']')));
    }

    private static Upload upload(ResultSet row, int n) throws SQLException {
        return new Upload(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                row.getObject("uploaded_by", UUID.class),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                row.getInt("entries"),
                row.getInt("posted"),
                row.getInt("repeated"),
                row.getInt("refused"),
                State.valueOf(row.getString("state")));
    }
}
