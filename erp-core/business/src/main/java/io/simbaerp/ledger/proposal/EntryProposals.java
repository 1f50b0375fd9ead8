package io.simbaerp.ledger.proposal;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.policy.EntryLimits;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries that wait for a second person, and what became of those before. */
@Query(Duty.VIEW_LEDGER)
public class EntryProposals {

    private static final String SELECT = """
            select p.id, p.narration, p.posting_date, p.total, p.currency, p.content_hash, p.proposed_by, p.proposed_at,
                   coalesce(e.outcome, 'PROPOSED') as state, e.entry_id, e.reason
              from ledger.entry_proposal p
              left join ledger.entry_proposal_end e on e.company_id = p.company_id and e.proposal_id = p.id
             where p.company_id = ?""";

    private final JdbcClient jdbc;
    private final ProposedEntries proposals;
    private final EntryLimits limits;
    private final ActorNames names;
    private final CurrentActor currentActor;

    EntryProposals(
            JdbcClient jdbc,
            ProposedEntries proposals,
            EntryLimits limits,
            ActorNames names,
            CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.proposals = proposals;
        this.limits = limits;
        this.names = names;
        this.currentActor = currentActor;
    }

    /** Where a proposal stands. */
    public enum State {
        PROPOSED,
        POSTED,
        REJECTED
    }

    /** A proposal as it is shown. */
    public record Proposal(
            UUID id,
            String narration,
            LocalDate postingDate,
            Money total,
            String contentHash,
            String proposedBy,
            String author,
            Instant proposedAt,
            State state,
            @Nullable UUID entryId,
            @Nullable String reason) {}

    /** The company's limit; nothing if it has none. */
    public Optional<Money> limit() {
        return limits.limit();
    }

    /** Whether this entry needs a second person. */
    public boolean needsApproval(JournalEntryDraft draft) {
        return limits.exceededBy(draft).isPresent();
    }

    /** The newest first. */
    public List<Proposal> newest(int count) {
        return jdbc.sql(SELECT + " order by p.proposed_at desc, p.id desc limit ?")
                .params(currentActor.company().value(), count)
                .query((row, n) -> proposal(row))
                .list();
    }

    /** @throws NotFound if there is none */
    public Proposal byId(UUID id) {
        return jdbc.sql(SELECT + " and p.id = ?")
                .params(currentActor.company().value(), id)
                .query((row, n) -> proposal(row))
                .optional()
                .orElseThrow(() -> new NotFound("entry-proposal", id));
    }

    /** The entry as it is to be posted. */
    public JournalEntryDraft draft(UUID id) {
        return proposals.draft(proposals.kept(id));
    }

    private Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                row.getObject("id", UUID.class),
                row.getString("narration"),
                row.getObject("posting_date", LocalDate.class),
                new Money(row.getBigDecimal("total"), new CurrencyCode(row.getString("currency"))).rounded(),
                row.getString("content_hash"),
                row.getString("proposed_by"),
                names.nameOf(Actor.parse(row.getString("proposed_by"))),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                row.getObject("entry_id", UUID.class),
                row.getString("reason"));
    }
}
