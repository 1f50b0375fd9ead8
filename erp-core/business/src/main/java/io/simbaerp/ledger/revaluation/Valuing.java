package io.simbaerp.ledger.revaluation;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.confidential.Confidential;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.company.ExchangeRates;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.closing.GeneralJournal;
import io.simbaerp.ledger.purpose.AccountPurpose;
import io.simbaerp.ledger.purpose.AccountPurposes;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works out what open items are worth on a day and what the books must say of it. */
@Component
class Valuing {

    private static final String OPEN = """
            with stayed as (
                select v.item_id, sum(v.difference) as adjusted
                  from ledger.revalued_item v
                  join ledger.revaluation r on r.company_id = v.company_id and r.id = v.revaluation_id
                 where v.company_id = :company and r.method = 'CUMULATIVE' and r.day < :day and r.taken_back_at is null
                 group by v.item_id having sum(v.difference) <> 0)
            select i.id, i.party_id, c.party_name, a.code as account, ledger.effect(i.side, i.amount) as effect, i.currency,
                   coalesce(o.open_amount, 0) as open_amount, coalesce(o.carried, 0) as carried,
                   coalesce(s.adjusted, 0) as adjusted,\s""" + Confidential.orUnseen("i.document_id", "c.document_number") + """
                    as name
              from ledger.open_at(:day) o
              full join stayed s on s.item_id = o.item_id
              join ledger.open_item i on i.company_id = :company and i.id = coalesce(o.item_id, s.item_id)
              join ledger.open_item_card c on c.company_id = i.company_id and c.item_id = i.id
              join ledger.account a on a.company_id = i.company_id and a.id = i.account_id
             where i.currency <> :base
               and not exists (select from ledger.revalued_item v
                                 join ledger.revaluation r on r.company_id = v.company_id and r.id = v.revaluation_id
                                where v.company_id = i.company_id and v.item_id = i.id and r.day = :day
                                  and r.taken_back_at is null)
             order by c.sort_party, i.due_date, i.id""";

    /** The calendar, the rates and the currency of the books. */
    @Component
    record Days(FiscalPeriods periods, ExchangeRates rates, CurrentCompany company) {}

    private record Place(String account, @Nullable UUID party, CurrencyCode currency) {}

    private final Days days;
    private final ForeignBalances balances;
    private final AccountPurposes purposes;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    Valuing(Days days, ForeignBalances balances, AccountPurposes purposes, JdbcClient jdbc, CurrentActor currentActor) {
        this.days = days;
        this.balances = balances;
        this.purposes = purposes;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /**
     * What valuing would do now.
     *
     * @throws RuleViolation revaluation.rate-missing, revaluation.later-one-stands, period.unknown,
     *     account-purpose.revaluation-gain-missing, account-purpose.revaluation-loss-missing, settlement.no-general-journal
     */
    RevaluationPlan plan(RevaluationPlan.Wish wish, String narration, String key) {
        requireNoLaterOne(wish);
        CurrencyCode base = days.company().get().baseCurrency();
        Map<CurrencyCode, ExchangeRate> known = new HashMap<>();
        Function<CurrencyCode, ExchangeRate> rates =
                currency -> known.computeIfAbsent(currency, wanted -> rate(wanted, wish));
        List<RevaluationPlan.Item> items = items(wish, base, rates);
        List<RevaluationPlan.Account> accounts = balances.at(wish.day(), base, rates);
        List<Money> gains = Stream.concat(
                        items.stream().map(RevaluationPlan.Item::gain),
                        accounts.stream().map(RevaluationPlan.Account::gain))
                .toList();
        Money none = Money.zero(base);
        Money gain = gains.stream().filter(one -> !one.isNegative()).reduce(none, Money::plus);
        Money loss = gains.stream().filter(Money::isNegative).reduce(none, Money::minus);
        if (gain.isZero() && loss.isZero()) {
            return new RevaluationPlan(wish, items, accounts, gain, loss, null, null);
        }
        List<LineDraft> lines = lines(items, accounts, gain, loss);
        JournalEntryDraft entry = draft(wish.day(), narration, "revaluation " + key, lines);
        JournalEntryDraft back = wish.method() == RevaluationMethod.CUMULATIVE
                ? null
                : draft(wish.day().plusDays(1), narration, "revaluation back " + key, turned(lines));
        return new RevaluationPlan(wish, items, accounts, gain, loss, entry, back);
    }

    private List<RevaluationPlan.Item> items(
            RevaluationPlan.Wish wish, CurrencyCode base, Function<CurrencyCode, ExchangeRate> rates) {
        return jdbc.sql(OPEN)
                .param("company", currentActor.company().value())
                .param("base", base.code())
                .param("day", wish.day())
                .query((row, n) -> item(row, base, rates))
                .list();
    }

    /** A valuation that stays changes what every later one counted, so that one is taken back first. */
    private void requireNoLaterOne(RevaluationPlan.Wish wish) {
        if (wish.method() == RevaluationMethod.CUMULATIVE) {
            jdbc.sql("""
                            select max(day) from ledger.revaluation
                             where company_id = :company and taken_back_at is null and day > :day
                            having max(day) is not null""")
                    .param("company", currentActor.company().value())
                    .param("day", wish.day())
                    .query(LocalDate.class)
                    .optional()
                    .ifPresent(later -> {
                        throw RuleViolation.ofField("day", "revaluation.later-one-stands", later);
                    });
        }
    }

    private ExchangeRate rate(CurrencyCode currency, RevaluationPlan.Wish wish) {
        return days.rates()
                .lastUntil(currency, wish.day(), wish.source().name())
                .orElseThrow(() ->
                        RuleViolation.ofField("day", "revaluation.rate-missing", currency, wish.day(), wish.source()));
    }

    private static RevaluationPlan.Item item(
            ResultSet row, CurrencyCode base, Function<CurrencyCode, ExchangeRate> rates) throws SQLException {
        CurrencyCode currency = CurrencyCode.of(row.getString("currency"));
        ExchangeRate rate = rates.apply(currency);
        Money open = new Money(row.getBigDecimal("open_amount"), currency).rounded();
        String name = row.getString("name");
        return new RevaluationPlan.Item(
                row.getObject("id", UUID.class),
                row.getObject("party_id", UUID.class),
                row.getString("party_name"),
                name == null ? "" : name,
                row.getString("account"),
                row.getInt("effect") > 0 ? Side.DEBIT : Side.CREDIT,
                open,
                new Money(row.getBigDecimal("carried"), base).rounded(),
                new Money(row.getBigDecimal("adjusted"), base).rounded(),
                rate,
                rate.convert(open));
    }

    private List<LineDraft> lines(
            List<RevaluationPlan.Item> items, List<RevaluationPlan.Account> accounts, Money gain, Money loss) {
        Map<Place, Money> sums = new LinkedHashMap<>();
        items.forEach(item -> sums.merge(
                new Place(item.account(), item.partyId(), item.open().currency()), item.gain(), Money::plus));
        accounts.forEach(account ->
                sums.put(new Place(account.code(), null, account.balance().currency()), account.gain()));
        List<LineDraft> lines = new ArrayList<>();
        sums.forEach((place, sum) -> {
            if (!sum.isZero()) {
                lines.add(line(place, sum));
            }
        });
        if (!loss.isZero()) {
            lines.add(LineDraft.of(purposes.account(AccountPurpose.REVALUATION_LOSS), Side.DEBIT, loss));
        }
        if (!gain.isZero()) {
            lines.add(LineDraft.of(purposes.account(AccountPurpose.REVALUATION_GAIN), Side.CREDIT, gain));
        }
        return lines;
    }

    /** What is won stands on the debit side, whether a claim is worth more or a debt less. */
    private static LineDraft line(Place place, Money won) {
        return new LineDraft(
                place.account(),
                won.isNegative() ? Side.CREDIT : Side.DEBIT,
                won.isNegative() ? won.negated() : won,
                Money.zero(place.currency()),
                null,
                place.party(),
                null,
                null,
                null,
                null,
                false,
                false);
    }

    private static List<LineDraft> turned(List<LineDraft> lines) {
        return lines.stream()
                .map(line -> new LineDraft(
                        line.account(),
                        line.side().opposite(),
                        line.amount(),
                        line.transactionAmount(),
                        null,
                        line.partyId(),
                        null,
                        null,
                        null,
                        null,
                        false,
                        false))
                .toList();
    }

    private JournalEntryDraft draft(LocalDate day, String narration, String key, List<LineDraft> lines) {
        String period = days.periods()
                .of(day)
                .map(FiscalPeriodView::code)
                .orElseThrow(() -> RuleViolation.ofField("day", "period.unknown", day));
        return new JournalEntryDraft(
                GeneralJournal.code(jdbc, currentActor.company()),
                day,
                day,
                day,
                period,
                EntryKind.ORDINARY,
                narration,
                null,
                null,
                key,
                lines);
    }
}
