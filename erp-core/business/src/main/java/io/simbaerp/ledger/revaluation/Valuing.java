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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works out what open items are worth on a day and what the books must say of it. */
@Component
class Valuing {

    private static final String OPEN = """
            select i.id, i.party_id, c.party_name, a.code as account, ledger.effect(i.side, i.amount) as effect, i.currency,
                   o.open_amount, o.carried,\s""" + Confidential.orUnseen("i.document_id", "c.document_number") + """
                    as name
              from ledger.open_at(:day) o
              join ledger.open_item i on i.company_id = :company and i.id = o.item_id
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

    private record Place(String account, UUID party, CurrencyCode currency) {}

    private final Days days;
    private final AccountPurposes purposes;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    Valuing(Days days, AccountPurposes purposes, JdbcClient jdbc, CurrentActor currentActor) {
        this.days = days;
        this.purposes = purposes;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /**
     * What valuing would do now.
     *
     * @throws RuleViolation revaluation.rate-missing, period.unknown, account-purpose.revaluation-gain-missing,
     *     account-purpose.revaluation-loss-missing, settlement.no-general-journal
     */
    RevaluationPlan plan(LocalDate day, RateSource source, String narration, String key) {
        CurrencyCode base = days.company().get().baseCurrency();
        Map<CurrencyCode, ExchangeRate> rates = new HashMap<>();
        List<RevaluationPlan.Item> items = jdbc.sql(OPEN)
                .param("company", currentActor.company().value())
                .param("base", base.code())
                .param("day", day)
                .query((row, n) -> item(row, base, rates, day, source))
                .list();
        Money gain = Money.zero(base);
        Money loss = Money.zero(base);
        for (RevaluationPlan.Item item : items) {
            gain = item.gain().isNegative() ? gain : gain.plus(item.gain());
            loss = item.gain().isNegative() ? loss.minus(item.gain()) : loss;
        }
        if (gain.isZero() && loss.isZero()) {
            return new RevaluationPlan(day, source, items, gain, loss, null, null);
        }
        List<LineDraft> lines = lines(items, gain, loss);
        return new RevaluationPlan(
                day,
                source,
                items,
                gain,
                loss,
                draft(day, narration, "revaluation " + key, lines),
                draft(day.plusDays(1), narration, "revaluation back " + key, turned(lines)));
    }

    private RevaluationPlan.Item item(
            ResultSet row, CurrencyCode base, Map<CurrencyCode, ExchangeRate> rates, LocalDate day, RateSource source)
            throws SQLException {
        CurrencyCode currency = CurrencyCode.of(row.getString("currency"));
        ExchangeRate rate = rates.computeIfAbsent(currency, wanted -> days.rates()
                .lastUntil(wanted, day, source.name())
                .orElseThrow(() -> RuleViolation.ofField("day", "revaluation.rate-missing", wanted, day, source)));
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
                rate,
                rate.convert(open));
    }

    private List<LineDraft> lines(List<RevaluationPlan.Item> items, Money gain, Money loss) {
        Map<Place, Money> sums = new LinkedHashMap<>();
        items.forEach(item -> sums.merge(
                new Place(item.account(), item.partyId(), item.open().currency()), item.gain(), Money::plus));
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
