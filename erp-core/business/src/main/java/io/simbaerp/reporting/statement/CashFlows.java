package io.simbaerp.reporting.statement;

import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.TrialBalance;
import io.simbaerp.ledger.report.AccountSums;
import io.simbaerp.ledger.report.CashMovements;
import io.simbaerp.ledger.report.Extract;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.reporting.ReportRequest;
import io.simbaerp.reporting.books.BookInputs;
import io.simbaerp.reporting.statement.Layout.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the cash flow and its movements share: which accounts are cash, and what stands in its positions. */
@Component
class CashFlows {

    private final CashMovements movements;
    private final AccountSums sums;
    private final Statements statements;
    private final BookInputs inputs;

    CashFlows(CashMovements movements, AccountSums sums, Statements statements, BookInputs inputs) {
        this.movements = movements;
        this.sums = sums;
        this.statements = statements;
        this.inputs = inputs;
    }

    /** A layout, the accounts it is applied to, and a period. */
    record Asked(Layout layout, List<AccountView> chart, CashMovements.Filter filter) {

        /** The same of other days. */
        Asked between(LocalDate from, LocalDate to) {
            return new Asked(
                    layout,
                    chart,
                    new CashMovements.Filter(filter.cash(), filter.exchange(), from, to, filter.knownOn()));
        }
    }

    Asked asked(ReportRequest request) {
        List<AccountView> chart = statements.chart();
        Layout layout = statements.layout(request, chart);
        Position exchange = layout.special(Layout.EXCHANGE);
        LocalDate from = from(request);
        Instant known = request.moment("known");
        return new Asked(
                layout,
                chart,
                new CashMovements.Filter(
                        chart.stream()
                                .filter(AccountView::postable)
                                .filter(layout::isCash)
                                .map(AccountView::code)
                                .toList(),
                        chart.stream()
                                .filter(account -> layout.flowsOf(account, account.normalSide())
                                        .equals(List.of(exchange)))
                                .map(AccountView::code)
                                .toList(),
                        from,
                        to(request),
                        known));
    }

    static LocalDate from(ReportRequest request) {
        return request.day("from", request.today().withDayOfYear(1));
    }

    static LocalDate to(ReportRequest request) {
        LocalDate from = from(request);
        return request.day("to", from.withDayOfYear(from.lengthOfYear()));
    }

    /** What stands in the positions: flows, and cash before and after. What began the books was there before. */
    Amounts amounts(Asked asked) {
        CashMovements.Filter filter = asked.filter();
        Money zero = Money.zero(CurrencyCode.of(inputs.currency()));
        Amounts amounts = new Amounts(asked.layout(), asked.chart(), zero);
        Map<String, Money> begun = new HashMap<>();
        movements.begun(filter).forEach(flow -> begun.put(flow.account(), flow.amount()));
        for (TrialBalance.Row row : sums.of(filter.from(), filter.to(), new Extract(null, filter.knownOn()))) {
            if (filter.cash().contains(row.account())) {
                Money before = row.opening().plus(begun.getOrDefault(row.account(), zero));
                amounts.cash(asked.layout().special(Layout.OPENING), row.account(), before);
                amounts.cash(asked.layout().closingOf(row.account()), row.account(), row.closing());
            }
        }
        amounts.flows(movements.flows(filter));
        return amounts;
    }
}
