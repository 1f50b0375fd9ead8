package io.simbaerp.ledger.dimension;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import java.sql.Types;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of axes, their values and distribution keys: all of them something with a code, names and days. */
@Component
class AxisRows {

    /** Where such rows lie; the owner is the column of the axis they belong to, if any. */
    enum Kind {
        AXIS("ledger.axis", "code", null),
        VALUE("ledger.axis_value", "number", "axis_id"),
        DISTRIBUTION("ledger.distribution", "code", "axis_id");

        private final String table;
        private final String code;
        private final @Nullable String owner;

        Kind(String table, String code, @Nullable String owner) {
            this.table = table;
            this.code = code;
            this.owner = owner;
        }
    }

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    AxisRows(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * Adds the row, or changes it if it still is in the version that was read.
     *
     * @param version nothing for a new one
     * @throws RuleViolation axis.code-taken
     * @throws NotFound if there is none to change
     * @throws Conflict axis.changed-meanwhile
     */
    UUID save(Kind kind, @Nullable UUID axis, @Nullable Integer version, NamedDraft draft) {
        return version == null ? insert(kind, axis, draft) : update(kind, axis, version, draft);
    }

    private UUID insert(Kind kind, @Nullable UUID axis, NamedDraft draft) {
        UUID id = NewId.at(clock);
        String owner = kind.owner == null ? "" : ", " + kind.owner;
        try {
            filled(
                            "insert into " + kind.table + " (company_id, id, " + kind.code
                                    + ", name_en, name_pl, active_from, active_to" + owner
                                    + ") values (:company, :id, :code, :en, :pl, :from, :to"
                                    + (kind.owner == null ? "" : ", :axis") + ")",
                            id,
                            draft)
                    .param("axis", axis, Types.OTHER)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw RuleViolation.ofField("code", "axis.code-taken", draft.code());
        }
        return id;
    }

    private UUID update(Kind kind, @Nullable UUID axis, int version, NamedDraft draft) {
        UUID id = id(kind, kind == Kind.VALUE ? axis : null, draft.code())
                .orElseThrow(
                        () -> new NotFound(kind.table.replace("ledger.", "").replace('_', '-'), draft.code()));
        int changed = filled(
                        "update " + kind.table
                                + " set name_en = :en, name_pl = :pl, active_from = :from, active_to = :to,"
                                + " version = version + 1"
                                + " where company_id = :company and id = :id and version = :version and " + kind.code
                                + " = :code",
                        id,
                        draft)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new Conflict("axis.changed-meanwhile");
        }
        return id;
    }

    private JdbcClient.StatementSpec filled(String sql, UUID id, NamedDraft draft) {
        return jdbc.sql(sql)
                .param("company", currentActor.company().value())
                .param("id", id)
                .param("code", draft.code())
                .param("en", draft.nameEn())
                .param("pl", draft.namePl())
                .param("from", draft.activeFrom())
                .param("to", draft.activeTo(), Types.DATE);
    }

    Optional<UUID> id(Kind kind, @Nullable UUID axis, String code) {
        return jdbc.sql("select id from " + kind.table + " where company_id = :company and " + kind.code + " = :code"
                        + (axis == null ? "" : " and " + kind.owner + " = :axis"))
                .param("company", currentActor.company().value())
                .param("code", code)
                .param("axis", axis, Types.OTHER)
                .query(UUID.class)
                .optional();
    }

    /** @throws RuleViolation axis.unknown */
    UUID axis(String code) {
        return id(Kind.AXIS, null, code).orElseThrow(() -> RuleViolation.ofField("axis", "axis.unknown", code));
    }

    /** @throws RuleViolation axis.value-unknown */
    UUID value(UUID axis, String number) {
        return id(Kind.VALUE, axis, number)
                .orElseThrow(() -> RuleViolation.ofField("values", "axis.value-unknown", number));
    }
}
