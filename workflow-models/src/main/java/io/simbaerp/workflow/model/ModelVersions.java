package io.simbaerp.workflow.model;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.company.BusinessDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Processes and decision tables, the company's versions of each, and which is in force. */
@Query(Duty.VIEW_MODEL)
public class ModelVersions {

    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final CurrentActor currentActor;
    private final BusinessDay businessDay;
    private final ActorNames names;

    ModelVersions(
            JdbcClient jdbc,
            RepositoryService repository,
            CurrentActor currentActor,
            BusinessDay businessDay,
            ActorNames names) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.currentActor = currentActor;
        this.businessDay = businessDay;
        this.names = names;
    }

    /** What became of a version. */
    public enum State {
        PROPOSED,
        DEPLOYED,
        REJECTED,
        WITHDRAWN
    }

    /** A process or decision table with the company's own versions, newest first. */
    public record Model(String key, boolean bpmn, String title, List<Version> versions) {

        /** The version in force; nothing if it is the one that comes with the system. */
        public @Nullable Version inForce() {
            return versions.stream().filter(Version::inForce).findFirst().orElse(null);
        }

        /** How many wait for a decision. */
        public long waiting() {
            return versions.stream()
                    .filter(version -> version.state() == State.PROPOSED)
                    .count();
        }
    }

    /** A version with its author and, once somebody decided, who and what. */
    public record Version(
            UUID id,
            String key,
            boolean bpmn,
            int number,
            String title,
            String contentHash,
            String reason,
            LocalDate effectiveFrom,
            UUID proposedBy,
            String author,
            Instant proposedAt,
            State state,
            @Nullable String decider,
            @Nullable Instant decidedAt,
            @Nullable String note,
            boolean inForce) {}

    /** All models there are, by their names. */
    public List<Model> all() {
        List<Version> versions = versions(null);
        List<Model> models = new ArrayList<>();
        repository
                .createProcessDefinitionQuery()
                .withoutTenantId()
                .latestVersion()
                .list()
                .forEach(known -> models.add(model(known.getKey(), true, known.getName(), versions)));
        repository
                .createDecisionDefinitionQuery()
                .withoutTenantId()
                .latestVersion()
                .list()
                .forEach(known -> models.add(model(known.getKey(), false, known.getName(), versions)));
        models.sort(Comparator.comparing(Model::bpmn).reversed().thenComparing(Model::key));
        return models;
    }

    /** @throws NotFound if there is none */
    public Version byId(UUID version) {
        return versions(version).stream().findFirst().orElseThrow(() -> new NotFound("model-version", version));
    }

    /** The file as it was handed in. */
    public byte[] content(UUID version) {
        return jdbc.sql("select content from workflow.model_version where company_id = ? and id = ?")
                .params(currentActor.company().value(), version)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> new NotFound("model-version", version));
    }

    private static Model model(String key, boolean bpmn, @Nullable String title, List<Version> versions) {
        return new Model(
                key,
                bpmn,
                title == null ? key : title,
                versions.stream()
                        .filter(version -> version.key().equals(key) && version.bpmn() == bpmn)
                        .toList());
    }

    /** This one, or all of the company. */
    private List<Version> versions(@Nullable UUID one) {
        return jdbc.sql("""
                        select v.id, v.model_key, v.kind, v.number, v.title, v.content_hash, v.reason, v.effective_from,
                               v.proposed_by, v.proposed_at, coalesce(d.outcome, 'PROPOSED') as state, d.decided_by,
                               d.decided_at, nullif(d.note, '') as note, f.id is not null as in_force
                          from workflow.model_version v
                          left join workflow.model_decision d on d.company_id = v.company_id and d.version_id = v.id
                          left join (%s) f on f.id = v.id
                         where v.company_id = :company and v.id = coalesce(cast(:version as uuid), v.id) order by v.model_key, v.number desc""".formatted(ModelsInForce.IN_FORCE))
                .param("company", currentActor.company().value())
                .param("today", businessDay.today())
                .param("version", one, Types.OTHER)
                .query((row, n) -> version(row))
                .list();
    }

    private Version version(ResultSet row) throws SQLException {
        UUID author = row.getObject("proposed_by", UUID.class);
        UUID decider = row.getObject("decided_by", UUID.class);
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new Version(
                row.getObject("id", UUID.class),
                row.getString("model_key"),
                row.getString("kind").equals("BPMN"),
                row.getInt("number"),
                row.getString("title"),
                row.getString("content_hash"),
                row.getString("reason"),
                row.getObject("effective_from", LocalDate.class),
                author,
                names.nameOf(Actor.person(author)),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                decider == null ? null : names.nameOf(Actor.person(decider)),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("note"),
                row.getBoolean("in_force"));
    }
}
