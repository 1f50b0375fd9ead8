package io.simbaerp.controlled;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Subject;
import io.simbaerp.company.BusinessDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Versions as they are kept. */
@Component
class Versions {

    private static final String SELECT = """
            select v.*, d.number as document_number, controlled.standing(v, :today) as standing
              from controlled.version v
              join controlled.document d on d.company_id = v.company_id and d.id = v.controlled_id
             where v.company_id = :company and\s""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final BusinessDay businessDay;
    private final Clock clock;

    Versions(JdbcClient jdbc, CurrentActor currentActor, BusinessDay businessDay, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.businessDay = businessDay;
        this.clock = clock;
    }

    /** What approvals of a version are about. */
    static Subject subject(UUID version) {
        return new Subject("controlled-version", version);
    }

    /** The actors whose text it is, in the words of the trail. */
    static List<String> authors(Acting acting) {
        return acting.people().stream()
                .map(person -> Actor.person(person).toString())
                .toList();
    }

    /** @throws NotFound if there is none */
    VersionView byId(UUID version) {
        return one("v.id = :id", version).orElseThrow(() -> new NotFound("controlled-version", version));
    }

    /** The same, kept from others until the transaction ends. */
    VersionView locked(UUID version) {
        return one("v.id = :id for update of v", version)
                .orElseThrow(() -> new NotFound("controlled-version", version));
    }

    /** Those of documents, the newest first. */
    List<VersionView> of(List<UUID> documents) {
        return query("v.controlled_id in (:id) order by v.created_at desc, v.id desc", documents)
                .list();
    }

    /** The one that is written or in review. */
    Optional<VersionView> open(UUID document) {
        return one("v.controlled_id = :id and v.state in ('DRAFT', 'IN_REVIEW')", document);
    }

    /** The one published last. */
    Optional<VersionView> newest(UUID document) {
        return one("v.controlled_id = :id and v.state = 'PUBLISHED' order by v.number desc limit 1", document);
    }

    private Optional<VersionView> one(String condition, UUID id) {
        return query(condition, id).optional();
    }

    private JdbcClient.MappedQuerySpec<VersionView> query(String condition, Object id) {
        return jdbc.sql(SELECT + condition)
                .param("company", currentActor.company().value())
                .param("today", businessDay.today())
                .param("id", id)
                .query((row, n) -> view(row));
    }

    /**
     * Adds a draft.
     *
     * @throws Conflict controlled.changed-meanwhile if somebody else began one at the same moment
     */
    UUID add(UUID document, ControlledDraft draft, VersionView.@Nullable FileView file, List<String> authors) {
        UUID id = NewId.at(clock);
        int added = content(jdbc.sql("""
                        insert into controlled.version (company_id, id, controlled_id, state, title, kind, body, file_name,
                               file_sha256, file_size, change_note, readers, read_within_days, review_months, wished_from,
                               content_hash, authors, created_at)
                        values (:company, :id, :document, 'DRAFT', :title, :kind, :body, :fileName, :fileHash, :fileSize,
                               :changeNote, :readers, :within, :months, :wished, '', :authors, :now)
                        on conflict (company_id, controlled_id) where state in ('DRAFT', 'IN_REVIEW') do nothing"""), draft, file)
                .param("company", currentActor.company().value())
                .param("id", id)
                .param("document", document)
                .param("authors", authors.toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            throw new Conflict("controlled.changed-meanwhile");
        }
        return id;
    }

    /** @throws Conflict controlled.changed-meanwhile */
    void change(UUID version, int edition, ControlledDraft draft, VersionView.@Nullable FileView file) {
        int changed = content(jdbc.sql("""
                        update controlled.version
                           set title = :title, kind = :kind, body = :body, file_name = :fileName, file_sha256 = :fileHash,
                               file_size = :fileSize, change_note = :changeNote, readers = :readers,
                               read_within_days = :within, review_months = :months, wished_from = :wished,
                               authors = (select array_agg(distinct a) from unnest(authors || :authors) a),
                               edition = edition + 1
                         where company_id = :company and id = :id and state = 'DRAFT' and edition = :edition"""), draft, file)
                .param("company", currentActor.company().value())
                .param("id", version)
                .param("edition", edition)
                .param("authors", authors(currentActor.get()).toArray(String[]::new))
                .update();
        if (changed == 0) {
            throw new Conflict("controlled.changed-meanwhile");
        }
    }

    private static JdbcClient.StatementSpec content(
            JdbcClient.StatementSpec statement, ControlledDraft draft, VersionView.@Nullable FileView file) {
        return statement
                .param("title", draft.title())
                .param("kind", draft.kind().name())
                .param("body", draft.body())
                .param("fileName", file == null ? null : file.name())
                .param("fileHash", file == null ? null : file.sha256())
                .param("fileSize", file == null ? null : file.size(), java.sql.Types.BIGINT)
                .param("changeNote", draft.changeNote())
                .param("readers", draft.readers().toArray(String[]::new))
                .param("within", draft.readWithinDays())
                .param("months", draft.reviewMonths())
                .param("wished", draft.wishedFrom(), java.sql.Types.DATE);
    }

    /** Sends it to its review: whoever sends it answers for the text as well. */
    void submit(UUID version) {
        jdbc.sql("""
                        update controlled.version
                           set state = 'IN_REVIEW', submitted_at = :now, note = null, edition = edition + 1,
                               authors = (select array_agg(distinct a) from unnest(authors || :authors) a)
                         where company_id = :company and id = :id""")
                .param("company", currentActor.company().value())
                .param("id", version)
                .param("authors", authors(currentActor.get()).toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ends its review without publishing it. */
    void end(UUID version, String state, @Nullable String note) {
        jdbc.sql("""
                        update controlled.version set state = :state, note = :note, edition = edition + 1
                         where company_id = :company and id = :id""")
                .param("company", currentActor.company().value())
                .param("id", version)
                .param("state", state)
                .param("note", note)
                .update();
    }

    /** Publishes it under the next number; it is in force from the day wished for, or from today if that has passed. */
    void publish(UUID version, String approvedBy) {
        jdbc.sql("""
                        update controlled.version v
                           set state = 'PUBLISHED', approved_by = :approvedBy, published_at = :now, edition = edition + 1,
                               effective_from = greatest(coalesce(v.wished_from, :today), :today),
                               number = 1 + (select count(*) from controlled.version o
                                              where o.company_id = v.company_id and o.controlled_id = v.controlled_id
                                                and o.state = 'PUBLISHED')
                         where v.company_id = :company and v.id = :id""")
                .param("company", currentActor.company().value())
                .param("id", version)
                .param("approvedBy", approvedBy)
                .param("today", businessDay.today())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static VersionView view(ResultSet row) throws SQLException {
        String sha256 = row.getString("file_sha256");
        return new VersionView(
                row.getObject("id", UUID.class),
                row.getObject("controlled_id", UUID.class),
                row.getString("document_number"),
                row.getObject("number", Integer.class),
                Standing.valueOf(row.getString("standing")),
                row.getInt("edition"),
                row.getString("title"),
                ControlledKind.valueOf(row.getString("kind")),
                row.getString("body"),
                sha256 == null
                        ? null
                        : new VersionView.FileView(row.getString("file_name"), sha256, row.getLong("file_size")),
                row.getString("change_note"),
                words(row, "readers"),
                row.getInt("read_within_days"),
                row.getInt("review_months"),
                row.getObject("wished_from", LocalDate.class),
                row.getObject("effective_from", LocalDate.class),
                row.getString("content_hash"),
                words(row, "authors"),
                instant(row, "created_at").orElseThrow(),
                instant(row, "submitted_at").orElse(null),
                instant(row, "published_at").orElse(null),
                row.getString("approved_by"),
                row.getString("note"));
    }

    private static List<String> words(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
