package io.simbaerp.ledger.template;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.money.Money;
import io.simbaerp.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The days a plan is posted on, and the amount of each. */
@Component
class PlannedDays {

    static final int MOST = 600;
    private static final int EXACT = 20;

    /**
     * One of them.
     *
     * @param reverses the place of the one it takes back
     */
    record PlannedDay(
            int occurrence,
            LocalDate due,
            Money amount,
            @Nullable Integer reverses) {}

    private final FiscalPeriods periods;

    PlannedDays(FiscalPeriods periods) {
        this.periods = periods;
    }

    /**
     * The days of the plan up to a day; a cut-off and an accrual have all of theirs at once.
     *
     * @throws RuleViolation period.unknown, entry-plan.too-long, entry-plan.part-too-small
     */
    List<PlannedDay> of(PlanDraft plan, LocalDate until) {
        return switch (plan.kind()) {
            case ONCE -> List.of(new PlannedDay(0, plan.firstDay(), plan.amount(), null));
            case RECURRING -> recurring(plan, until);
            case ACCRUAL ->
                List.of(
                        new PlannedDay(0, plan.firstDay(), plan.amount(), null),
                        new PlannedDay(1, firstDayAfterPeriodOf(plan.firstDay()), plan.amount(), 0));
            case CUT_OFF ->
                spread(plan.amount(), plan.firstDay(), Objects.requireNonNull(plan.lastDay()), plan.byDays());
        };
    }

    private static List<PlannedDay> recurring(PlanDraft plan, LocalDate until) {
        LocalDate last = plan.lastDay() == null || plan.lastDay().isAfter(until) ? until : plan.lastDay();
        int every = Objects.requireNonNull(plan.everyMonths());
        List<PlannedDay> days = new ArrayList<>();
        for (int at = 0; at < MOST; at++) {
            LocalDate due = plan.firstDay().plusMonths((long) at * every);
            if (due.isAfter(last)) {
                break;
            }
            days.add(new PlannedDay(at, due, plan.amount(), null));
        }
        return days;
    }

    /**
     * An amount over the months from one day to another. Each month is due up to what should be gone by its end, less
     * what went before: so the parts make the whole, whatever is rounded.
     */
    static List<PlannedDay> spread(Money whole, LocalDate from, LocalDate to, boolean byDays) {
        long months = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1;
        if (months > MOST) {
            throw RuleViolation.ofField("lastDay", "entry-plan.too-long", MOST);
        }
        long units = byDays ? ChronoUnit.DAYS.between(from, to) + 1 : months;
        List<PlannedDay> days = new ArrayList<>();
        Money gone = Money.zero(whole.currency());
        for (int at = 0; at < months; at++) {
            LocalDate end = YearMonth.from(from).plusMonths(at).atEndOfMonth();
            LocalDate due = end.isAfter(to) ? to : end;
            long passed = byDays ? ChronoUnit.DAYS.between(from, due) + 1 : at + 1;
            BigDecimal exact = whole.amount()
                    .multiply(BigDecimal.valueOf(passed))
                    .divide(BigDecimal.valueOf(units), EXACT, RoundingMode.HALF_UP);
            Money byThen = new Money(Rounding.toCurrency(exact, whole.currency()), whole.currency());
            Money part = byThen.minus(gone);
            if (part.isZero()) {
                throw RuleViolation.ofField("amount", "entry-plan.part-too-small", whole, months);
            }
            days.add(new PlannedDay(at, due, part, null));
            gone = byThen;
        }
        return days;
    }

    private LocalDate firstDayAfterPeriodOf(LocalDate day) {
        return periods.of(day)
                .map(FiscalPeriodView::lastDay)
                .orElseThrow(() -> RuleViolation.ofField("firstDay", "period.unknown", day))
                .plusDays(1);
    }
}
