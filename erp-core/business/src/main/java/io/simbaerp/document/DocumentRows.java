package io.simbaerp.document;

import io.simbaerp.architecture.CurrentActor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads documents and their findings as rows. */
@Component
class DocumentRows {

    private static final String SELECT = """
            select id, number, kind, state, file_name, media_type, sha256, size, channel, received_at, received_on,
                   ksef_number, title, version, attempt, quarantine_rule, quarantine_args, quarantined_at
              from document.document where company_id = :company and\s""";

    private static final Map<String, String> CONDITIONS = Map.of(
            "state", "state = :state",
            "kind", "kind = :kind",
            "text", ":text in (number, ksef_number, title, file_name)",
            "from", "received_on >= :from",
            "to", "received_on <= :to",
            "after", """
                    position < (select a.position from document.document a
                                 where a.company_id = :company and a.id = :after)""");

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    DocumentRows(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    Optional<DocumentView> byId(DocumentId id) {
        return jdbc.sql(SELECT + "id = :id")
                .param("company", company())
                .param("id", id.value())
                .query(DocumentRows::view)
                .optional();
    }

    Optional<DocumentId> idOfContent(String sha256) {
        return jdbc.sql("select id from document.document where company_id = :company and sha256 = :sha256")
                .param("company", company())
                .param("sha256", sha256)
                .query((row, n) -> new DocumentId(row.getObject(1, UUID.class)))
                .optional();
    }

    /**
     * Newest first, in the order of recording. The statement names the filters that are on and no others, so that each
     * combination gets a plan of its own.
     */
    List<DocumentView> list(DocumentFilter filter, @Nullable DocumentId after, int limit) {
        Map<String, Object> given = new LinkedHashMap<>();
        put(given, "state", filter.state() == null ? null : filter.state().name());
        put(given, "kind", filter.kind());
        put(given, "text", filter.text());
        put(given, "from", filter.receivedFrom());
        put(given, "to", filter.receivedTo());
        put(given, "after", after == null ? null : after.value());
        String where = given.keySet().stream().map(CONDITIONS::get).collect(Collectors.joining(" and "));
        return jdbc.sql(SELECT + (where.isEmpty() ? "true" : where) + " order by position desc limit :limit")
                .param("company", company())
                .param("limit", limit)
                .params(given)
                .query(DocumentRows::view)
                .list();
    }

    private static void put(Map<String, Object> given, String name, @Nullable Object value) {
        if (value != null) {
            given.put(name, value);
        }
    }

    List<QuarantinedView> quarantined(@Nullable DocumentId after, int limit) {
        return jdbc.sql(SELECT + """
                        state = 'QUARANTINED' and (cast(:after as uuid) is null or position < (select a.position from document.document a
                                where a.company_id = :company and a.id = :after))
                        order by position desc limit :limit""")
                .param("company", company())
                .param("after", after == null ? null : after.value(), Types.OTHER)
                .param("limit", limit)
                .query(DocumentRows::quarantined)
                .list();
    }

    Optional<QuarantinedView> quarantined(DocumentId id) {
        return jdbc.sql(SELECT + "id = :id and state = 'QUARANTINED'")
                .param("company", company())
                .param("id", id.value())
                .query(DocumentRows::quarantined)
                .optional();
    }

    int inQuarantine() {
        return jdbc.sql("""
                        select count(*) from document.document
                         where company_id = :company and state = 'QUARANTINED'""").param("company", company()).query(Integer.class).single();
    }

    Optional<String> reasonOfDecision(DocumentId id) {
        return jdbc.sql("""
                        select decision_reason from document.document
                         where company_id = :company and id = :id and decision_reason is not null""")
                .param("company", company())
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    List<Finding> findings(DocumentId id) {
        return jdbc.sql("""
                        select rule, severity, location, text, args from document.finding
                         where company_id = :company and document_id = :id order by position""")
                .param("company", company())
                .param("id", id.value())
                .query((row, n) -> new Finding(
                        row.getString("rule"),
                        Severity.valueOf(row.getString("severity")),
                        row.getString("location"),
                        row.getString("text"),
                        List.of((String[]) row.getArray("args").getArray())))
                .list();
    }

    void addFindings(DocumentId id, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        int position = jdbc.sql("""
                        select coalesce(max(position), 0) from document.finding
                         where company_id = :company and document_id = :id""")
                .param("company", company())
                .param("id", id.value())
                .query(Integer.class)
                .single();
        for (Finding finding : findings) {
            position++;
            jdbc.sql("""
                            insert into document.finding
                                   (company_id, document_id, position, rule, severity, location, text, args)
                            values (:company, :id, :position, :rule, :severity, :location, :text, :args)""")
                    .param("company", company())
                    .param("id", id.value())
                    .param("position", position)
                    .param("rule", finding.rule())
                    .param("severity", finding.severity().name())
                    .param("location", finding.location())
                    .param("text", finding.text())
                    .param("args", finding.args().toArray(new String[0]), Types.ARRAY)
                    .update();
        }
    }

    /** Gives it the class that takes its kind. Whoever may not see that class sees the document no more. */
    void classifyByKind(DocumentId id) {
        jdbc.sql("""
                        update document.document d set class = c.code
                          from document.document_class c
                         where d.company_id = :company and d.id = :id and d.class is null
                           and c.company_id = d.company_id and d.kind = any (c.kinds)""")
                .param("company", currentActor.company().value())
                .param("id", id.value())
                .update();
    }

    List<DocumentView> byIds(List<UUID> ids) {
        return jdbc.sql(SELECT + "id = any (cast(:ids as uuid[])) order by array_position(cast(:ids as uuid[]), id)")
                .param("company", company())
                .param("ids", ids.toArray(UUID[]::new))
                .query(DocumentRows::view)
                .list();
    }

    private UUID company() {
        return currentActor.company().value();
    }

    private static QuarantinedView quarantined(ResultSet row, int n) throws SQLException {
        return new QuarantinedView(
                view(row, n),
                new QuarantineReason(row.getString("quarantine_rule"), List.of((String[])
                        row.getArray("quarantine_args").getArray())),
                row.getInt("attempt"),
                row.getObject("quarantined_at", OffsetDateTime.class).toInstant());
    }

    private static DocumentView view(ResultSet row, int n) throws SQLException {
        return new DocumentView(
                new DocumentId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getString("kind"),
                DocumentState.valueOf(row.getString("state")),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getString("channel"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("received_on", LocalDate.class),
                row.getString("ksef_number"),
                row.getString("title"),
                row.getInt("version"));
    }
}
