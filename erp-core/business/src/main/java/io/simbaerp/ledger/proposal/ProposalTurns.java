package io.simbaerp.ledger.proposal;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.money.Money;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down how a proposal goes back and forth. */
@Component
class ProposalTurns {

    private static final String INSERT = """
            insert into ledger.entry_proposal_turn
                   (company_id, proposal_id, number, kind, reason, rule, rule_args, content, content_hash,
                    narration, posting_date, total, currency, made_by, made_for, made_at)
            select :company, :proposal, coalesce(max(t.number), 0) + 1, :kind, :reason, :rule,
                   cast(:args as text[]), :content, :hash, :narration, cast(:day as date),
                   cast(:total as numeric), :currency, :by, :for, :at
              from ledger.entry_proposal_turn t
             where t.company_id = :company and t.proposal_id = :proposal""";

    private final JdbcClient jdbc;
    private final ProposedEntries proposals;
    private final CurrentActor currentActor;
    private final Clock clock;

    ProposalTurns(JdbcClient jdbc, ProposedEntries proposals, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.proposals = proposals;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** In the name of the approver, whom the process only follows. */
    void returned(UUID proposal, EntryApproval.Refusal refusal) {
        add(proposal, "RETURNED", refusal.by(), Said.of(refusal.reason()));
    }

    void refused(UUID proposal, RuleViolation refusal) {
        String[] args = refusal.args().stream().map(String::valueOf).toArray(String[]::new);
        add(proposal, "REFUSED", new Said(null, refusal.rule(), args, null, null));
    }

    void sentAgain(UUID proposal, @Nullable String reason) {
        add(proposal, "SENT_AGAIN", Said.of(reason == null || reason.isBlank() ? null : reason.strip()));
    }

    void corrected(UUID proposal, JournalEntryDraft draft, Money total) {
        add(proposal, "CORRECTED", new Said(null, null, null, draft, total));
    }

    /** What a turn says: why, by which rule of the books, or another entry in place of the one before. */
    private record Said(
            @Nullable String reason,
            @Nullable String rule,
            String @Nullable [] args,
            @Nullable JournalEntryDraft entry,
            @Nullable Money total) {

        static Said of(@Nullable String reason) {
            return new Said(reason, null, null, null, null);
        }
    }

    private void add(UUID proposal, String kind, Said said) {
        add(proposal, kind, currentActor.actor(), said);
    }

    private void add(UUID proposal, String kind, Actor by, Said said) {
        try {
            insert(proposal, kind, by, said);
        } catch (DuplicateKeyException faster) {
            throw new Conflict("journal-entry.proposal-changed-meanwhile");
        }
    }

    private void insert(UUID proposal, String kind, Actor by, Said said) {
        JournalEntryDraft entry = said.entry();
        Money total = said.total();
        String content = entry == null ? null : proposals.content(entry);
        jdbc.sql(INSERT)
                .param("company", currentActor.company().value())
                .param("proposal", proposal)
                .param("kind", kind)
                .param("reason", said.reason(), Types.VARCHAR)
                .param("rule", said.rule(), Types.VARCHAR)
                .param("args", said.args(), Types.ARRAY)
                .param("content", content, Types.VARCHAR)
                .param("hash", content == null ? null : ProposedEntries.hash(content), Types.VARCHAR)
                .param("narration", entry == null ? null : entry.narration(), Types.VARCHAR)
                .param("day", entry == null ? null : entry.postingDate(), Types.DATE)
                .param("total", total == null ? null : total.amount(), Types.NUMERIC)
                .param("currency", total == null ? null : total.currency().code(), Types.VARCHAR)
                .param("by", by.toString())
                .param(
                        "for",
                        by.equals(currentActor.actor()) ? currentActor.get().forWhom() : null,
                        Types.VARCHAR)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
