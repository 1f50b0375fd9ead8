package io.simbaerp.audit;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.Subject;
import io.simbaerp.page.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit trail for whoever audits: every line whole, with old and new values, addresses and refusals. */
@Query(Duty.VIEW_AUDIT)
public class TrailRecords {

    private static final String SELECT = """
            select e.id, e.at, e.actor, e.on_behalf_of, e.name, e.outcome, e.subject_kind, e.subject_id, e.work,
                   e.channel, e.address, e.session, e.reason, e.record, e.fields, e.changes::text changes,
                   e.personal_hash
              from audit.business_event e
             where e.company_id = :company
               and\s""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final FieldChanges changes;
    private final PersonalValues values;

    TrailRecords(JdbcClient jdbc, CurrentActor currentActor, FieldChanges changes, PersonalValues values) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.changes = changes;
        this.values = values;
    }

    /** @throws NotFound if the trail has no such line */
    public TrailRecord byId(UUID id) {
        return ofIds(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("audit-record", id));
    }

    /** The lines with these ids, in their order. */
    public List<TrailRecord> byIds(List<UUID> ids) {
        Map<UUID, TrailRecord> found = new HashMap<>();
        ofIds(ids).forEach(line -> found.put(line.id(), line));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** What else happened in the same transaction, in order. */
    public List<TrailRecord> together(TrailRecord line) {
        UUID work = line.source().work();
        if (work == null) {
            return List.of();
        }
        // Everything of one transaction was made at about one time, so the place in the trail narrows the search.
        return read(SELECT + """
                        e.work = :work and e.id <> :id
                        and e.position between (select position - 2000 from audit.business_event
                                                 where company_id = :company and id = :id)
                                           and (select position + 2000 from audit.business_event
                                                 where company_id = :company and id = :id)
                        order by e.position limit 200""", Map.of("work", work, "id", line.id()));
    }

    /**
     * The history of a record, newest first: what happened to it and what was changed, by whom.
     *
     * @param after the id of the last line of the part before, or null
     * @throws NotFound if nothing happened to such a record in the company; refused requests for it alone are no
     *     history, or asking would make it one
     */
    public Page<TrailRecord> history(Subject subject, @Nullable UUID after, int limit) {
        requireHistory(subject);
        Map<String, Object> asked = new HashMap<>();
        asked.put("kind", subject.kind());
        asked.put("subject", subject.id());
        asked.put("limit", limit + 1);
        if (after != null) {
            asked.put("after", after);
        }
        List<TrailRecord> rows = read(
                SELECT
                        + """
                        e.id in (select s.event_id from audit.event_subject s
                                  where s.company_id = :company and s.subject_kind = :kind and s.subject_id = :subject)
                        """
                        + (after == null
                                ? ""
                                : " and e.position < (select position from audit.business_event"
                                        + " where company_id = :company and id = :after)")
                        + " order by e.position desc limit :limit",
                asked);
        return Page.cut(rows, limit, row -> row.id().toString());
    }

    private void requireHistory(Subject subject) {
        boolean happened = jdbc.sql("""
                        select exists (select from audit.event_subject s
                                         join audit.business_event e on e.company_id = s.company_id and e.id = s.event_id
                                        where s.company_id = ? and s.subject_kind = ? and s.subject_id = ?
                                          and (e.outcome = 'DONE' or e.subject_id <> s.subject_id
                                               or e.actor = 'person:' || s.subject_id))""")
                .params(currentActor.company().value(), subject.kind(), subject.id())
                .query(Boolean.class)
                .single();
        if (!happened) {
            throw new NotFound(subject.kind(), subject.id());
        }
    }

    private List<TrailRecord> ofIds(Collection<UUID> ids) {
        return read(SELECT + "e.id = any (:ids)", Map.of("ids", ids.toArray(UUID[]::new)));
    }

    private List<TrailRecord> read(String sql, Map<String, Object> asked) {
        List<Row> rows = jdbc.sql(sql)
                .param("company", currentActor.company().value())
                .params(asked)
                .query(TrailRecords::row)
                .list();
        Map<UUID, String> personal = values.of(
                rows.stream().filter(Row::personal).map(row -> row.line().id()).toList());
        return rows.stream()
                .map(row -> row.line()
                        .with(changes.of(
                                row.fields(),
                                row.plain(),
                                row.personal(),
                                personal.get(row.line().id()))))
                .toList();
    }

    /** A line before its values are put together. */
    record Row(TrailRecord line, List<String> fields, String plain, boolean personal) {}

    private static Row row(ResultSet row, int n) throws SQLException {
        java.sql.Array fields = row.getArray("fields");
        TrailRecord line = new TrailRecord(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Actor.parse(row.getString("actor")),
                Optional.ofNullable(row.getString("on_behalf_of"))
                        .map(Actor::parse)
                        .orElse(null),
                row.getString("name"),
                row.getString("outcome"),
                new Subject(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)),
                new TrailRecord.Source(
                        row.getString("channel"),
                        row.getString("address"),
                        row.getString("session"),
                        row.getObject("work", UUID.class)),
                row.getString("reason"),
                row.getString("record"),
                List.of());
        return new Row(
                line,
                fields == null ? List.of() : List.of((String[]) fields.getArray()),
                Objects.requireNonNullElse(row.getString("changes"), "{}"),
                row.getBytes("personal_hash") != null);
    }
}
