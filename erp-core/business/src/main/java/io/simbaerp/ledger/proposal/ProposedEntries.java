package io.simbaerp.ledger.proposal;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.digest.Sha256;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.money.Money;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Keeps proposed entries as they are to be posted, and what became of them. */
@Component
class ProposedEntries {

    private static final String REFERENCE = "proposal ";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final CurrentActor currentActor;
    private final Clock clock;

    ProposedEntries(JdbcClient jdbc, JsonMapper json, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * A proposal as it stands now.
     *
     * @param key by which it was proposed, and is posted once
     */
    record Kept(
            UUID id,
            String key,
            String content,
            String hash,
            EntryProposals.State state,
            @Nullable UUID entry) {}

    /** What came of proposing: the same key with the same entry had been used before, or not. */
    record Proposed(UUID id, boolean repeated) {}

    /** The draft's content: everything but what allows it. */
    String content(JournalEntryDraft draft) {
        return json.writeValueAsString(allowedBy(draft, null, draft.idempotencyKey()));
    }

    static String hash(String content) {
        return Sha256.of(content);
    }

    /** The entry as it is proposed now, naming its proposal. */
    JournalEntryDraft draft(Kept proposal) {
        JsonNode tree = json.readTree(proposal.content());
        tree.path("lines").forEach(line -> {
            if (!line.has("dimensions")) {
                ((ObjectNode) line).putObject("dimensions");
            }
        });
        JournalEntryDraft draft = json.treeToValue(tree, JournalEntryDraft.class);
        return allowedBy(draft, REFERENCE + proposal.id(), draft.idempotencyKey());
    }

    /** The entry in place of the one proposed: it is posted by the key of the proposal. */
    static JournalEntryDraft inPlaceOf(Kept proposal, JournalEntryDraft corrected) {
        return allowedBy(corrected, null, proposal.key());
    }

    /** The proposal a draft names; nothing if it names none. */
    Optional<Kept> of(JournalEntryDraft draft) {
        String reference = draft.approvalReference();
        if (reference == null || !reference.matches(REFERENCE + "[0-9a-f-]{36}")) {
            return Optional.empty();
        }
        return find(UUID.fromString(reference.substring(REFERENCE.length())));
    }

    /** @throws Conflict journal-entry.key-used-otherwise */
    Proposed propose(JournalEntryDraft draft, Money total) {
        String content = content(draft);
        int added = jdbc.sql("""
                        insert into ledger.entry_proposal
                               (company_id, id, idempotency_key, content, content_hash, narration, posting_date, total,
                                currency, proposed_by, proposed_for, proposed_at)
                        values (:company, :id, :key, :content, :hash, :narration, :day, :total, :currency, :by, :for, :at)
                        on conflict (company_id, idempotency_key) do nothing""")
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("key", draft.idempotencyKey())
                .param("content", content)
                .param("hash", hash(content))
                .param("narration", draft.narration())
                .param("day", draft.postingDate())
                .param("total", total.amount())
                .param("currency", total.currency().code())
                .param("by", currentActor.actor().toString())
                .param("for", currentActor.get().forWhom(), Types.VARCHAR)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return standing(draft.idempotencyKey(), hash(content), added == 0);
    }

    private Proposed standing(String key, String hash, boolean repeated) {
        return jdbc.sql(
                        "select id, content_hash from ledger.entry_proposal where company_id = ? and idempotency_key = ?")
                .params(currentActor.company().value(), key)
                .query((row, n) -> {
                    if (!row.getString("content_hash").equals(hash)) {
                        throw new Conflict("journal-entry.key-used-otherwise", key);
                    }
                    return new Proposed(row.getObject("id", UUID.class), repeated);
                })
                .single();
    }

    /** @throws NotFound if there is none */
    Kept kept(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("entry-proposal", id));
    }

    /** @throws Conflict journal-entry.proposal-changed-meanwhile if somebody else ended it at the same time */
    void end(UUID id, EntryProposals.State outcome, @Nullable JournalEntryId entry, @Nullable String reason) {
        try {
            insertEnd(id, outcome, entry, reason);
        } catch (DuplicateKeyException faster) {
            throw new Conflict("journal-entry.proposal-changed-meanwhile");
        }
    }

    private void insertEnd(
            UUID id, EntryProposals.State outcome, @Nullable JournalEntryId entry, @Nullable String reason) {
        jdbc.sql("""
                        insert into ledger.entry_proposal_end
                               (company_id, proposal_id, outcome, entry_id, reason, ended_at, ended_by, ended_for)
                        values (:company, :proposal, :outcome, :entry, :reason, :at, :by, :for)""")
                .param("company", currentActor.company().value())
                .param("proposal", id)
                .param("outcome", outcome.name())
                .param("entry", entry == null ? null : entry.value(), Types.OTHER)
                .param("reason", reason)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", currentActor.actor().toString())
                .param("for", currentActor.get().forWhom(), Types.VARCHAR)
                .update();
    }

    private Optional<Kept> find(UUID id) {
        return jdbc.sql("""
                        select id, idempotency_key, content, content_hash, state, entry_id from ledger.present_proposal
                         where company_id = ? and id = ?""")
                .params(currentActor.company().value(), id)
                .query((row, n) -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getString("idempotency_key"),
                        row.getString("content"),
                        row.getString("content_hash"),
                        EntryProposals.State.valueOf(row.getString("state")),
                        row.getObject("entry_id", UUID.class)))
                .optional();
    }

    private static JournalEntryDraft allowedBy(JournalEntryDraft draft, @Nullable String reference, String key) {
        return new JournalEntryDraft(
                draft.journal(),
                draft.operationDate(),
                draft.documentDate(),
                draft.postingDate(),
                draft.periodCode(),
                draft.kind(),
                draft.narration(),
                draft.documentId(),
                draft.documentNumber(),
                reference,
                key,
                draft.lines());
    }
}
