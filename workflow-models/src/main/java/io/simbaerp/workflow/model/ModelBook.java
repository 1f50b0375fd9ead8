package io.simbaerp.workflow.model;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.digest.Sha256;
import io.simbaerp.workflow.engine.gate.NamedModel;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes proposals and what became of them. */
@Component
class ModelBook {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    ModelBook(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** A proposal nobody has decided about. */
    record Proposal(UUID id, boolean bpmn, String key, String title, byte[] content, String hash, UUID proposedBy) {

        NamedModel model() {
            return new NamedModel(bpmn, key, title);
        }
    }

    UUID propose(NamedModel model, ModelDraft draft, LocalDate effectiveFrom) {
        UUID id = NewId.at(clock);
        oneAtATime(model.key());
        jdbc.sql("""
                        insert into workflow.model_version
                               (company_id, id, model_key, kind, number, title, content, content_hash, reason,
                                effective_from, proposed_by, proposed_at)
                        select :company, :id, :key, :kind, coalesce(max(number), 0) + 1, :title, :content, :hash, :reason,
                               :effective, :by, :at
                          from workflow.model_version where company_id = :company and model_key = :key""")
                .param("company", currentActor.company().value())
                .param("id", id)
                .param("key", model.key())
                .param("kind", model.bpmn() ? "BPMN" : "DMN")
                .param("title", model.title())
                .param("content", draft.content())
                .param("hash", Sha256.of(draft.content()))
                .param("reason", draft.reason().strip())
                .param("effective", effectiveFrom)
                .param("by", person())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** @throws RuntimeException NotFound, Conflict model.decided-already */
    Proposal undecided(UUID version) {
        Proposal proposal = jdbc.sql("""
                        select id, kind, model_key, title, content, content_hash, proposed_by
                          from workflow.model_version where company_id = ? and id = ?""")
                .params(currentActor.company().value(), version)
                .query((row, n) -> new Proposal(
                        row.getObject("id", UUID.class),
                        row.getString("kind").equals("BPMN"),
                        row.getString("model_key"),
                        row.getString("title"),
                        row.getBytes("content"),
                        row.getString("content_hash"),
                        row.getObject("proposed_by", UUID.class)))
                .optional()
                .orElseThrow(() -> new NotFound("model-version", version));
        oneAtATime(proposal.key());
        boolean decided = jdbc.sql(
                        "select exists (select from workflow.model_decision where company_id = ? and version_id = ?)")
                .params(currentActor.company().value(), version)
                .query(Boolean.class)
                .single();
        if (decided) {
            throw new Conflict("model.decided-already");
        }
        return proposal;
    }

    /** Versions of one model are numbered and decided one after the other. */
    private void oneAtATime(String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('model ' || ? || ?))")
                .params(currentActor.company().toString(), key)
                .query((row, n) -> 0)
                .single();
    }

    /** Who decides is a person, in the own name, and not the one who proposed it. */
    void requireSecondPerson(Proposal proposal) {
        Acting acting = currentActor.get();
        if (acting.onBehalfOf() != null || acting.actor().userId().isEmpty()) {
            throw new RuleViolation("model.in-own-name-only");
        }
        if (acting.people().contains(proposal.proposedBy())) {
            throw new RuleViolation("model.own-proposal");
        }
    }

    void decide(Proposal proposal, String outcome, String note, @Nullable String definition) {
        jdbc.sql("""
                        insert into workflow.model_decision
                               (company_id, version_id, outcome, proposed_by, content_hash, note, decided_by, decided_at,
                                definition_id)
                        values (:company, :version, :outcome, :proposer, :hash, :note, :person, :at, :definition)""")
                .param("company", currentActor.company().value())
                .param("version", proposal.id())
                .param("outcome", outcome)
                .param("proposer", proposal.proposedBy())
                .param("hash", proposal.hash())
                .param("note", note.strip())
                .param("person", person())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("definition", definition)
                .update();
    }

    /** @throws RuleViolation model.in-own-name-only */
    UUID person() {
        return currentActor.actor().userId().orElseThrow(() -> new RuleViolation("model.in-own-name-only"));
    }
}
