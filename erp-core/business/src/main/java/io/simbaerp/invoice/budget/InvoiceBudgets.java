package io.simbaerp.invoice.budget;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.invoice.coding.CodedLine;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.ledger.budget.Budgets;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The budgets that an invoice, or some lines of it, is coded to. */
@Query(Duty.BELONG_TO_COMPANY)
public class InvoiceBudgets {

    private final Budgets budgets;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;

    InvoiceBudgets(Budgets budgets, JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany) {
        this.budgets = budgets;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
    }

    /** Those it adds something to, by cost centre; none where its rate is missing. */
    public List<BudgetLeft> of(InvoiceDetails details) {
        List<CodedLine> places =
                details.coding().stream().flatMap(CodedLine::apart).toList();
        Set<String> centres = places.stream()
                .map(CodedLine::costCentre)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        ExchangeRate rate = details.ledgerRate();
        if (centres.isEmpty() || rate == null && !details.invoice().currency().equals(base())) {
            return List.of();
        }
        LocalDate posting = details.postingDate();
        LocalDate day = posting == null ? details.dates().operation() : posting;
        return budgets.of(centres, day).stream()
                .filter(budget -> places.stream().anyMatch(place -> isMetBy(budget, place)))
                .map(budget -> left(budget, details, places))
                .toList();
    }

    private BudgetLeft left(Budgets.Budget budget, InvoiceDetails details, List<CodedLine> places) {
        Money added = places.stream()
                .filter(place -> isMetBy(budget, place))
                .map(place -> details.signed(inBase(place.net(), details.ledgerRate())))
                .reduce(Money.zero(base()), Money::plus);
        return new BudgetLeft(
                budget.costCentre(),
                budget.account(),
                budget.amount(),
                budget.used(),
                committed(budget, details),
                added.rounded());
    }

    private Money committed(Budgets.Budget budget, InvoiceDetails details) {
        return new Money(
                        jdbc.sql("""
                                        select coalesce(sum(case when i.credit_note then -place.net else place.net end
                                                            * coalesce(i.ledger_rate, 1)), 0)
                                          from invoice.purchase_invoice i
                                          join invoice.coding_line c
                                            on c.company_id = i.company_id and c.purchase_invoice_id = i.id
                                         cross join lateral (
                                               select c.cost_centre, c.net where c.shares = '[]'
                                                union all
                                               select s.share ->> 'costCentre', (s.share ->> 'net')::numeric
                                                 from jsonb_array_elements(c.shares) s (share)) place (centre, net)
                                         where i.company_id = :company and i.state = 'CODED' and i.id <> :invoice
                                           and place.centre = :centre and starts_with(c.account, :account)
                                           and i.posting_date >= :from and i.posting_date <= :to""")
                                .param("company", currentActor.company().value())
                                .param("invoice", details.id())
                                .param("centre", budget.costCentre())
                                .param("account", Objects.requireNonNullElse(budget.account(), ""))
                                .param("from", budget.from().atDay(1))
                                .param("to", budget.to().atEndOfMonth())
                                .query(BigDecimal.class)
                                .single(),
                        base())
                .rounded();
    }

    private static boolean isMetBy(Budgets.Budget budget, CodedLine place) {
        String account = budget.account();
        return budget.costCentre().equals(place.costCentre())
                && (account == null || place.account().startsWith(account));
    }

    private static Money inBase(Money money, @Nullable ExchangeRate rate) {
        return rate == null ? money : rate.convert(money);
    }

    private CurrencyCode base() {
        return currentCompany.get().baseCurrency();
    }
}
