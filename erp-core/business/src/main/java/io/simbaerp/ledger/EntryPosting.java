package io.simbaerp.ledger;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.period.LockArea;
import io.simbaerp.company.period.LockLevel;
import io.simbaerp.company.period.PostingPeriods;
import io.simbaerp.ledger.allocation.StandingSettlement;
import io.simbaerp.ledger.dimension.AxisFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one path into the books: finds what the entry names, has it judged, and writes it in one call of the database. */
@Component
class EntryPosting {

    /** What came of it. Repeated: the key had been used for the very same entry, nothing was written. */
    record Posted(JournalEntryId entryId, boolean repeated) {}

    private static final String FACTS = """
            select 'entry' as fact, idempotency_key as code, id, false as postable, false as control,
                   false as cost_centre_required, false as asks_for_axes, null::date as active_from, null::date as active_to, input_hash
              from ledger.journal_entry where company_id = :company and idempotency_key = :key
             union all
            select 'journal', code, id, false, false, false, false, null, null, kind
              from ledger.journal where company_id = :company and code = :journal
             union all
            select 'account', code, id, postable, control is not null, cost_centre_required,
                   exists (select from ledger.account_axis r
                            where r.company_id = a.company_id and r.account_id = a.id and r.rule = 'REQUIRED'),
                   active_from, active_to, currency
              from ledger.account a where company_id = :company and code = any(:accounts)
             union all
            select 'cost-centre', code, id, false, false, false, false, active_from, active_to, null
              from ledger.cost_centre where company_id = :company and code = any(:costCentres)""";

    /** @param said the hash of an entry's input, the kind of a journal, the only currency of an account */
    private record Fact(
            String fact,
            String code,
            UUID id,
            boolean postable,
            boolean control,
            boolean costCentreRequired,
            boolean asksForAxes,
            LocalDate activeFrom,
            @Nullable LocalDate activeTo,
            @Nullable String said) {}

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final CurrentCompany currentCompany;
    private final PostingPeriods periods;
    private final ObjectProvider<OpenItems.Hold> holds;

    EntryPosting(
            JdbcClient jdbc,
            CurrentActor currentActor,
            Clock clock,
            CurrentCompany currentCompany,
            PostingPeriods periods,
            ObjectProvider<OpenItems.Hold> holds) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.currentCompany = currentCompany;
        this.periods = periods;
        this.holds = holds;
    }

    Posted post(JournalEntryDraft draft, @Nullable JournalEntryId reversalOf) {
        String hash = PostedRow.hash(draft);
        List<Fact> facts = facts(draft);
        for (Fact fact : facts) {
            if ("entry".equals(fact.fact())) {
                return repeated(draft, fact.id(), String.valueOf(fact.said()), hash);
            }
        }
        JournalEntry entry = JournalEntry.of(draft, postingFacts(draft, facts));
        PostedRow row = PostedRow.of(
                entry,
                NewId.at(clock),
                clock.instant(),
                currentActor.actor(),
                hash,
                reversalOf == null ? null : reversalOf.value());
        return write(row, draft);
    }

    /** The entry as it would be posted now; nothing is written. */
    JournalEntry judged(JournalEntryDraft draft) {
        return JournalEntry.of(draft, postingFacts(draft, facts(draft)));
    }

    private Posted write(PostedRow row, JournalEntryDraft draft) {
        try {
            return jdbc.sql("select entry_id, repeated, first_hash from ledger.post_entry(:entry::jsonb)")
                    .param("entry", row.json())
                    .query((result, n) -> result.getBoolean("repeated")
                            ? repeated(
                                    draft,
                                    result.getObject("entry_id", UUID.class),
                                    result.getString("first_hash"),
                                    row.hash())
                            : new Posted(new JournalEntryId(row.id()), false))
                    .single();
        } catch (DataAccessException e) {
            throw named(e, draft);
        }
    }

    /**
     * While a payment run holds what an entry left open, the entry stays.
     *
     * @throws Conflict journal-entry.item-ordered, journal-entry.of-settlement while it belongs to a settlement that stands
     */
    void requireNotOrdered(JournalEntryDetails original) {
        StandingSettlement.requireNone(
                jdbc, currentActor.company().value(), original.id().value(), original.number());
        List<UUID> items = jdbc.sql("select id from ledger.open_item where company_id = :company and entry_id = :entry")
                .param("company", currentActor.company().value())
                .param("entry", original.id().value())
                .query(UUID.class)
                .list();
        holds.orderedStream()
                .flatMap(hold -> hold.holders(items).values().stream())
                .findFirst()
                .ifPresent(run -> {
                    throw new Conflict("journal-entry.item-ordered", original.number(), run);
                });
    }

    /** What an entry left open is settled by what its reversal leaves open, as far as payments haven't already. */
    void settle(JournalEntryId original, JournalEntryId reversal) {
        jdbc.sql("""
                        insert into ledger.allocation
                               (company_id, id, item_id, against_id, amount, recorded_at, recorded_by)
                        select first.company_id, simba.new_id(:at::timestamptz), first.id, second.id, abs(first.remaining),
                               :at::timestamptz, :by
                          from ledger.open_item first
                          join ledger.open_item second
                            on second.company_id = first.company_id and second.entry_id = :reversal
                           and second.line_number = first.line_number
                         where first.company_id = :company and first.entry_id = :original and first.remaining <> 0
                         order by first.id""")
                .param("company", currentActor.company().value())
                .param("original", original.value())
                .param("reversal", reversal.value())
                .param("at", clock.instant().toString())
                .param("by", currentActor.actor().toString())
                .update();
    }

    /** Rules that only the database can judge, since somebody else was faster. */
    private static RuntimeException named(DataAccessException failure, JournalEntryDraft draft) {
        if (failure.getMostSpecificCause() instanceof PSQLException refusal) {
            ServerErrorMessage message = refusal.getServerErrorMessage();
            String constraint = message == null ? "" : Objects.requireNonNullElse(message.getConstraint(), "");
            if ("journal_entry_period_is_open".equals(constraint)) {
                return RuleViolation.ofField("periodCode", "period.closed", draft.periodCode());
            }
            if ("journal_entry_soft_closed_period_takes_few".equals(constraint)) {
                return RuleViolation.ofField("periodCode", "period.soft-closed", draft.periodCode());
            }
            if ("entry_is_reversed_whole_or_by_lines".equals(constraint)) {
                return new RuleViolation("journal-entry.partly-reversed");
            }
            if ("journal_entry_is_reversed_once".equals(constraint)) {
                return new Conflict("journal-entry.already-reversed");
            }
        }
        return failure;
    }

    private static Posted repeated(JournalEntryDraft draft, UUID first, String firstHash, String hash) {
        if (!firstHash.equals(hash)) {
            throw new Conflict("journal-entry.key-used-otherwise", draft.idempotencyKey());
        }
        return new Posted(new JournalEntryId(first), true);
    }

    private List<Fact> facts(JournalEntryDraft draft) {
        return jdbc.sql(FACTS)
                .param("company", currentActor.company().value())
                .param("key", draft.idempotencyKey())
                .param("journal", draft.journal())
                .param(
                        "accounts",
                        draft.lines().stream()
                                .map(LineDraft::account)
                                .distinct()
                                .toArray(String[]::new))
                .param(
                        "costCentres",
                        draft.lines().stream()
                                .map(LineDraft::costCentre)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toArray(String[]::new))
                .query(EntryPosting::fact)
                .list();
    }

    private static Fact fact(ResultSet row, int n) throws SQLException {
        return new Fact(
                row.getString("fact"),
                row.getString("code"),
                row.getObject("id", UUID.class),
                row.getBoolean("postable"),
                row.getBoolean("control"),
                row.getBoolean("cost_centre_required"),
                row.getBoolean("asks_for_axes"),
                row.getObject("active_from", LocalDate.class),
                row.getObject("active_to", LocalDate.class),
                row.getString("input_hash"));
    }

    private static PostingFacts.Account account(Fact fact) {
        return new PostingFacts.Account(
                fact.id(),
                fact.code(),
                fact.postable(),
                fact.control(),
                fact.costCentreRequired(),
                fact.asksForAxes(),
                fact.said(),
                fact.activeFrom(),
                fact.activeTo());
    }

    private PostingFacts postingFacts(JournalEntryDraft draft, List<Fact> facts) {
        PostingFacts.Journal journal = null;
        Map<String, PostingFacts.Account> accounts = new HashMap<>();
        Map<String, PostingFacts.CostCentre> costCentres = new HashMap<>();
        for (Fact fact : facts) {
            switch (fact.fact()) {
                case "journal" ->
                    journal = new PostingFacts.Journal(fact.id(), LockArea.valueOf(String.valueOf(fact.said())));
                case "account" -> accounts.put(fact.code(), account(fact));
                default ->
                    costCentres.put(
                            fact.code(), new PostingFacts.CostCentre(fact.id(), fact.activeFrom(), fact.activeTo()));
            }
        }
        FiscalPeriodView period = periods.byCode(draft.periodCode()).orElse(null);
        return new PostingFacts(
                currentCompany.get().baseCurrency(),
                period,
                journal,
                period == null || journal == null ? LockLevel.OPEN : periods.standing(period, journal.area()),
                accounts,
                costCentres,
                axes(draft, accounts));
    }

    private AxisFacts axes(JournalEntryDraft draft, Map<String, PostingFacts.Account> accounts) {
        boolean named = draft.lines().stream().anyMatch(line -> !line.dimensions().isEmpty());
        return named || accounts.values().stream().anyMatch(PostingFacts.Account::asksForAxes)
                ? AxisFacts.read(
                        jdbc,
                        currentActor.company(),
                        accounts.keySet(),
                        draft.lines().stream().map(LineDraft::dimensions).toList())
                : AxisFacts.NONE;
    }
}
