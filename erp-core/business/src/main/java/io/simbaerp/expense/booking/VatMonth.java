package io.simbaerp.expense.booking;

import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.company.period.LockArea;
import io.simbaerp.expense.ClaimView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The month in which the tax of a claimed invoice is deducted (VAT act art. 86(10), (10b), (11)): not before the tax point
 * and not before the invoice came to the company, by choice in one of the three months after, never in a month to come. The
 * posting date chooses among these; where that month is declared already, it is the next one that is not.
 */
@Component
class VatMonth {

    private static final int CHOICES = 3;

    private final FiscalPeriods periods;
    private final BusinessDay businessDay;

    VatMonth(FiscalPeriods periods, BusinessDay businessDay) {
        this.periods = periods;
        this.businessDay = businessDay;
    }

    /** The first open one from the month of the posting date on; that month itself where none is open. */
    YearMonth of(ClaimView claim, ClaimView.LineView line, LocalDate postingDate) {
        Instant sent = claim.sentAt();
        LocalDate received = businessDay.of(sent == null ? claim.createdAt() : sent);
        List<YearMonth> offered = from(postingDate, choices(line.spentOn(), received, businessDay.today()));
        return offered.stream().filter(this::isOpen).findFirst().orElse(offered.get(0));
    }

    /** The months the law offers, the earliest first. */
    static List<YearMonth> choices(LocalDate taxPoint, LocalDate received, LocalDate today) {
        YearMonth first = YearMonth.from(received.isAfter(taxPoint) ? received : taxPoint);
        YearMonth present = YearMonth.from(today);
        return Stream.iterate(first, month -> month.plusMonths(1))
                .limit(CHOICES + 1L)
                .filter(month -> month.equals(first) || !month.isAfter(present))
                .toList();
    }

    /** Those from the month of a day on; the last one where the day lies behind them. */
    static List<YearMonth> from(LocalDate postingDate, List<YearMonth> choices) {
        YearMonth wanted = YearMonth.from(postingDate);
        List<YearMonth> left =
                choices.stream().filter(month -> !month.isBefore(wanted)).toList();
        return left.isEmpty() ? choices.subList(choices.size() - 1, choices.size()) : left;
    }

    private boolean isOpen(YearMonth month) {
        return periods.of(month.atDay(1))
                .map(period -> period.openFor(LockArea.VAT))
                .orElse(true);
    }
}
