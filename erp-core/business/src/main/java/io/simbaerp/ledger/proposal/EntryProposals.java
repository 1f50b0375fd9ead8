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
import java.sql.Array;
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
            select p.id, p.narration, p.posting_date, p.total, p.currency, p.content_hash, p.proposed_by, p.proposed_for,
                   p.proposed_at, p.state, p.entry_id, p.reason, p.refused_rule, p.refused_args
              from ledger.present_proposal p
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
        /** Waits for a second person. */
        PROPOSED,
        /** An approver returned it. */
        RETURNED,
        /** It was approved, and the books take it no more as it is. */
        REFUSED,
        POSTED,
        REJECTED,
        WITHDRAWN;

        /** Whether it lies with whoever proposed it. */
        public boolean isWithItsAuthor() {
            return this == RETURNED || this == REFUSED;
        }

        /** Whether nothing becomes of it any more. */
        public boolean isEnd() {
            return this == POSTED || this == REJECTED || this == WITHDRAWN;
        }
    }

    /**
     * A proposal as it is shown: what it says now.
     *
     * @param proposedFor for whom, where one person acted for another
     * @param refusedRule by which rule the books refused it after it was approved
     */
    public record Proposal(
            UUID id,
            String narration,
            LocalDate postingDate,
            Money total,
            String contentHash,
            String proposedBy,
            @Nullable String proposedFor,
            String author,
            Instant proposedAt,
            State state,
            @Nullable UUID entryId,
            @Nullable String reason,
            @Nullable String refusedRule,
            List<String> refusedArgs) {}

    /** What happened to a proposal after it was made, and by whom; a rule where the books refused it. */
    public record Turn(
            String kind,
            String madeBy,
            @Nullable String madeFor,
            String person,
            Instant madeAt,
            @Nullable String reason,
            @Nullable String rule,
            List<String> args) {

        /** Whether a person took the entry upon themselves. */
        public boolean isAuthorship() {
            return kind.equals("CORRECTED") || kind.equals("SENT_AGAIN");
        }
    }

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

    /** What happened to it since, the first first. */
    public List<Turn> turns(UUID id) {
        return jdbc.sql("""
                        select kind, made_by, made_for, made_at, reason, rule, rule_args from ledger.entry_proposal_turn
                         where company_id = ? and proposal_id = ? order by number""")
                .params(currentActor.company().value(), id)
                .query((row, n) -> new Turn(
                        row.getString("kind"),
                        row.getString("made_by"),
                        row.getString("made_for"),
                        names.nameOf(Actor.parse(row.getString("made_by"))),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason"),
                        row.getString("rule"),
                        texts(row, "rule_args")))
                .list();
    }

    /** Whether the people acting made the proposal, or took it upon themselves later. */
    public boolean isOwn(UUID id) {
        Proposal proposal = byId(id);
        return currentActor.get().isAnyOf(proposal.proposedBy(), proposal.proposedFor())
                || turns(id).stream()
                        .anyMatch(turn ->
                                turn.isAuthorship() && currentActor.get().isAnyOf(turn.madeBy(), turn.madeFor()));
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
                row.getString("proposed_for"),
                names.nameOf(Actor.parse(row.getString("proposed_by"))),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                row.getObject("entry_id", UUID.class),
                row.getString("reason"),
                row.getString("refused_rule"),
                texts(row, "refused_args"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
