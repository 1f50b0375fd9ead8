package io.simbaerp.controlled;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.BusinessDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Controlled documents to read: everybody reads what is published, those who write and review the rest as well. */
@Query(Duty.BELONG_TO_COMPANY)
public class ControlledDocuments {

    private static final String SELECT = """
            select d.id, d.number, w.withdrawn_by, w.withdrawn_at, w.reason,
                   case when w.controlled_id is null
                        then (select controlled.review_on(v) from controlled.version v
                               where v.company_id = d.company_id
                                 and v.id = controlled.in_force(d.company_id, d.id, :today)) end as review_on
              from controlled.document d
              left join controlled.withdrawal w on w.company_id = d.company_id and w.controlled_id = d.id
             where d.company_id = :company and d.id in (:ids)""";

    private final Versions versions;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final BusinessDay businessDay;

    ControlledDocuments(Versions versions, JdbcClient jdbc, CurrentActor currentActor, BusinessDay businessDay) {
        this.versions = versions;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.businessDay = businessDay;
    }

    /** @throws NotFound if there is none the reader may see */
    public DocumentView byId(UUID id) {
        return byIds(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("controlled-document", id));
    }

    /** Those of them the reader may see, in the order asked for. */
    public List<DocumentView> byIds(List<UUID> ids) {
        Map<UUID, List<VersionView>> seen = ids.isEmpty()
                ? Map.of()
                : versions.of(ids).stream()
                        .filter(this::maySee)
                        .collect(Collectors.groupingBy(VersionView::documentId));
        if (seen.isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql(SELECT)
                .param("company", currentActor.company().value())
                .param("today", businessDay.today())
                .param("ids", seen.keySet())
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return view(row, id, Objects.requireNonNull(seen.get(id)));
                })
                .list()
                .stream()
                .sorted(Comparator.comparingInt(document -> ids.indexOf(document.id())))
                .toList();
    }

    private static DocumentView view(ResultSet row, UUID id, List<VersionView> seen) throws SQLException {
        String by = row.getString("withdrawn_by");
        return new DocumentView(
                id,
                row.getString("number"),
                seen,
                by == null
                        ? null
                        : new DocumentView.Withdrawal(
                                by,
                                row.getObject("withdrawn_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("reason")),
                row.getObject("review_on", LocalDate.class));
    }

    /** @throws NotFound if there is none the reader may see */
    public VersionView version(UUID id) {
        VersionView version = versions.byId(id);
        if (!maySee(version)) {
            throw new NotFound("controlled-version", id);
        }
        return version;
    }

    private boolean maySee(VersionView version) {
        Acting acting = currentActor.get();
        return version.standing().isPublished()
                || acting.actor().kind() != Actor.Kind.PERSON
                || acting.may(Duty.WRITE_CONTROLLED_DOCUMENT)
                || acting.may(Duty.REVIEW_CONTROLLED_DOCUMENT);
    }
}
