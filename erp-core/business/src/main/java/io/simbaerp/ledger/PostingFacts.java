package io.simbaerp.ledger;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.period.LockArea;
import io.simbaerp.company.period.LockLevel;
import io.simbaerp.company.period.PeriodFact;
import io.simbaerp.company.period.PostingPeriods;
import io.simbaerp.ledger.dimension.AxisFacts;
import io.simbaerp.money.CurrencyCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an entry is judged against: the currency, period, journal, accounts and cost centres it names, if they exist.
 *
 * @param axes what is known of axes, read only if a line names one or an account asks for one
 * @param lock what stands against posting into the period for whoever posts now
 */
record PostingFacts(
        CurrencyCode baseCurrency,
        @Nullable FiscalPeriodView period,
        @Nullable Journal journal,
        LockLevel lock,
        Map<String, Account> accounts,
        Map<String, CostCentre> costCentres,
        AxisFacts axes) {

    /** The journal; its kind is the area whose locks count. */
    record Journal(UUID id, LockArea area) {}

    /** What posting must know of an account. */
    record Account(
            UUID id,
            String code,
            boolean postable,
            boolean control,
            boolean costCentreRequired,
            boolean asksForAxes,
            @Nullable String currency,
            LocalDate activeFrom,
            @Nullable LocalDate activeTo) {

        boolean activeOn(LocalDate day) {
            return !day.isBefore(activeFrom) && (activeTo == null || !day.isAfter(activeTo));
        }
    }

    /** What posting must know of a cost centre. */
    record CostCentre(
            UUID id, LocalDate activeFrom, @Nullable LocalDate activeTo) {

        boolean activeOn(LocalDate day) {
            return !day.isBefore(activeFrom) && (activeTo == null || !day.isAfter(activeTo));
        }
    }

    /** An entry that a key was used for before, and the hash of what it was made from. */
    record Earlier(UUID id, String hash) {}

    /** What was found of everything some entries name. */
    static final class Found {

        private final CurrencyCode baseCurrency;
        private final AxisFacts axes;
        private final PostingPeriods periods;
        private final Map<String, Earlier> earlier = new HashMap<>();
        private final Map<String, Journal> journals = new HashMap<>();
        private final Map<String, Account> accounts = new HashMap<>();
        private final Map<String, CostCentre> costCentres = new HashMap<>();
        private final Map<String, FiscalPeriodView> byCode = new HashMap<>();
        private final Map<String, LockLevel> locks = new HashMap<>();

        private Found(
                CurrencyCode baseCurrency,
                PostingPeriods periods,
                List<Fact> facts,
                Function<Collection<Account>, AxisFacts> axes) {
            this.baseCurrency = baseCurrency;
            this.periods = periods;
            for (Fact fact : facts) {
                switch (fact.fact()) {
                    case "entry" -> earlier.put(fact.code(), new Earlier(fact.id(), String.valueOf(fact.said())));
                    case "journal" ->
                        journals.put(
                                fact.code(), new Journal(fact.id(), LockArea.valueOf(String.valueOf(fact.said()))));
                    case "period" -> byCode.put(fact.code(), fact.period());
                    case "account" -> accounts.put(fact.code(), fact.account());
                    default ->
                        costCentres.put(fact.code(), new CostCentre(fact.id(), fact.activeFrom(), fact.activeTo()));
                }
            }
            this.axes = axes.apply(accounts.values());
        }

        @Nullable
        Earlier earlier(String key) {
            return earlier.get(key);
        }

        /** What one of the entries is judged against. */
        PostingFacts of(JournalEntryDraft draft) {
            FiscalPeriodView found = byCode.get(draft.periodCode());
            FiscalPeriodView period = found == null ? null : periods.kept(found);
            Journal journal = journals.get(draft.journal());
            LockLevel lock = period == null || journal == null
                    ? LockLevel.OPEN
                    : locks.computeIfAbsent(
                            period.code() + " " + journal.area(), none -> periods.standing(period, journal.area()));
            return new PostingFacts(baseCurrency, period, journal, lock, accounts, costCentres, axes);
        }
    }

    /** @param said the hash of an entry's input, the kind of a journal, the only currency of an account, a period's locks */
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
            @Nullable String said) {

        static Fact of(ResultSet row, int n) throws SQLException {
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
                    row.getString("said"));
        }

        FiscalPeriodView period() {
            return PeriodFact.of(
                    id,
                    code,
                    activeFrom,
                    Objects.requireNonNull(activeTo, "the last day"),
                    Objects.requireNonNull(said, "what is said of the period"));
        }

        Account account() {
            return new Account(
                    id, code, postable, control, costCentreRequired, asksForAxes, said, activeFrom, activeTo);
        }
    }

    /** Finds what entries name: the same few questions for one of them and for a thousand. */
    @Component
    static class Source {

        private static final String FACTS = """
                select 'entry' as fact, idempotency_key as code, id, false as postable, false as control,
                       false as cost_centre_required, false as asks_for_axes, null::date as active_from,
                       null::date as active_to, input_hash as said
                  from ledger.journal_entry where company_id = :company and idempotency_key = any(:keys)
                 union all
                select 'journal', code, id, false, false, false, false, null, null, kind
                  from ledger.journal where company_id = :company and code = any(:journals)
                 union all
                select 'account', code, id, postable, control is not null, cost_centre_required,
                       exists (select from ledger.account_axis r
                                where r.company_id = a.company_id and r.account_id = a.id and r.rule = 'REQUIRED'),
                       active_from, active_to, currency
                  from ledger.account a where company_id = :company and code = any(:accounts)
                 union all
                select 'cost-centre', code, id, false, false, false, false, active_from, active_to, null
                  from ledger.cost_centre where company_id = :company and code = any(:costCentres)
                 union all
                select 'period', p.code, p.id, false, false, false, false, p.first_day, p.last_day, %s
                  from company.fiscal_period p
                  join company.fiscal_year y on y.company_id = p.company_id and y.id = p.fiscal_year_id
                  join company.company c on c.company_id = p.company_id
                 where p.company_id = :company and p.code = any(:periods)""".formatted(PeriodFact.SAID);

        private final JdbcClient jdbc;
        private final CurrentActor currentActor;
        private final CurrentCompany currentCompany;
        private final PostingPeriods periods;

        Source(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany, PostingPeriods periods) {
            this.jdbc = jdbc;
            this.currentActor = currentActor;
            this.currentCompany = currentCompany;
            this.periods = periods;
        }

        Found of(Collection<JournalEntryDraft> drafts) {
            List<LineDraft> lines =
                    drafts.stream().flatMap(draft -> draft.lines().stream()).toList();
            List<Fact> facts = jdbc.sql(FACTS)
                    .param("company", currentActor.company().value())
                    .param("keys", named(drafts.stream().map(JournalEntryDraft::idempotencyKey)))
                    .param("journals", named(drafts.stream().map(JournalEntryDraft::journal)))
                    .param("accounts", named(lines.stream().map(LineDraft::account)))
                    .param("periods", named(drafts.stream().map(JournalEntryDraft::periodCode)))
                    .param("costCentres", named(lines.stream().map(LineDraft::costCentre)))
                    .query(Fact::of)
                    .list();
            return new Found(currentCompany.get().baseCurrency(), periods, facts, accounts -> axes(lines, accounts));
        }

        private AxisFacts axes(List<LineDraft> lines, Collection<Account> accounts) {
            boolean named = lines.stream().anyMatch(line -> !line.dimensions().isEmpty());
            return named || accounts.stream().anyMatch(Account::asksForAxes)
                    ? AxisFacts.read(
                            jdbc,
                            currentActor.company(),
                            accounts.stream().map(Account::code).toList(),
                            lines.stream().map(LineDraft::dimensions).toList())
                    : AxisFacts.NONE;
        }

        private static String[] named(Stream<@Nullable String> names) {
            return names.filter(Objects::nonNull).distinct().toArray(String[]::new);
        }
    }
}
