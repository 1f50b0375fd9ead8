package io.simbaerp.company.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.company.books.Books;
import io.simbaerp.company.period.FiscalYears;
import io.simbaerp.company.period.LockArea;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the page of the fiscal periods shows. */
@Component
class PeriodsPage {

    private final FiscalPeriods periods;
    private final FiscalYears years;
    private final Books books;
    private final BusinessDay businessDay;
    private final Permission permission;

    PeriodsPage(FiscalPeriods periods, FiscalYears years, Books books, BusinessDay businessDay, Permission permission) {
        this.periods = periods;
        this.years = years;
        this.books = books;
        this.businessDay = businessDay;
        this.permission = permission;
    }

    /**
     * The page as it is shown.
     *
     * @param year the year whose periods are shown
     * @param lockable whether the year may be locked for good now
     * @param proposed the first day a further year may have
     * @param closed since when and why the company keeps no books, if it doesn't
     */
    record PeriodsView(
            List<FiscalYears.FiscalYearView> years,
            FiscalYears.@Nullable FiscalYearView year,
            List<String> areas,
            List<FiscalPeriodView> periods,
            LocalDate today,
            boolean maintained,
            boolean lockable,
            LocalDate proposed,
            Books.@Nullable Closed closed) {}

    PeriodsView of(@Nullable String wanted) {
        LocalDate today = businessDay.today();
        List<FiscalYears.FiscalYearView> all = years.all();
        FiscalYears.FiscalYearView shown = all.stream()
                .filter(one -> wanted == null
                        ? !today.isBefore(one.firstDay()) && !today.isAfter(one.lastDay())
                        : one.code().equals(wanted))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.get(0));
        boolean lockable = shown != null
                && shown.lockedAt() == null
                && shown.lastDay().isBefore(today)
                && all.stream()
                        .noneMatch(
                                one -> one.lockedAt() == null && one.lastDay().isBefore(shown.firstDay()));
        return new PeriodsView(
                all,
                shown,
                Arrays.stream(LockArea.values()).map(Enum::name).toList(),
                shown == null ? List.of() : periods.ofYear(shown.code()),
                today,
                permission.has(Duty.MAINTAIN_LEDGER),
                lockable,
                all.isEmpty() ? today.withDayOfYear(1) : all.get(0).lastDay().plusDays(1),
                books.closed().orElse(null));
    }
}
