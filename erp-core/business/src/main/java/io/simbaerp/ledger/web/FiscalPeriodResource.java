package io.simbaerp.ledger.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.company.period.AddFiscalYear;
import io.simbaerp.company.period.FiscalYearDraft;
import io.simbaerp.company.period.FiscalYears;
import io.simbaerp.company.period.LockArea;
import io.simbaerp.company.period.LockFiscalYear;
import io.simbaerp.company.period.LockLevel;
import io.simbaerp.company.period.SetPeriodLocks;
import io.simbaerp.page.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Fiscal years, their periods and locks for programs. */
@RestController
@RequestMapping("/api/v1")
class FiscalPeriodResource {

    private final FiscalYears years;
    private final FiscalPeriods periods;
    private final AddFiscalYear addYear;
    private final LockFiscalYear lockYear;
    private final SetPeriodLocks setLocks;

    FiscalPeriodResource(
            FiscalYears years,
            FiscalPeriods periods,
            AddFiscalYear addYear,
            LockFiscalYear lockYear,
            SetPeriodLocks setLocks) {
        this.years = years;
        this.periods = periods;
        this.addYear = addYear;
        this.lockYear = lockYear;
        this.setLocks = setLocks;
    }

    /** A year to be laid out. */
    record YearJson(
            @Nullable String code,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable Integer closingPeriods) {}

    /** The year's code once more. */
    record ConfirmationJson(@Nullable String confirmation) {}

    /** Levels of the whole period and of areas; what is left out is open. */
    record LocksJson(@Nullable LockLevel whole, @Nullable Map<LockArea, LockLevel> areas) {}

    @GetMapping("/fiscal-years")
    Page<FiscalYears.FiscalYearView> years() {
        return new Page<>(years.all(), null);
    }

    @PostMapping("/fiscal-years")
    @ResponseStatus(HttpStatus.CREATED)
    List<FiscalPeriodView> add(@RequestBody YearJson year) {
        LocalDate first = year.firstDay();
        LocalDate last = year.lastDay();
        if (first == null || last == null) {
            throw RuleViolation.ofField(first == null ? "firstDay" : "lastDay", "fiscal-year.day-missing");
        }
        String code = year.code() == null ? "" : year.code().strip();
        int closing = year.closingPeriods() == null ? 0 : year.closingPeriods();
        addYear.add(new FiscalYearDraft(code, first, last, closing));
        return periods.ofYear(code);
    }

    /** Locks the year for good. */
    @PostMapping("/fiscal-years/{code}/lock")
    void lock(@PathVariable String code, @RequestBody ConfirmationJson body) {
        lockYear.lock(code, body.confirmation() == null ? "" : body.confirmation());
    }

    @GetMapping("/fiscal-years/{code}/periods")
    Page<FiscalPeriodView> periods(@PathVariable String code) {
        return new Page<>(periods.ofYear(code), null);
    }

    @PutMapping("/fiscal-periods/{code}/locks")
    FiscalPeriodView setLocks(@PathVariable String code, @RequestBody LocksJson locks) {
        setLocks.set(
                code,
                locks.whole() == null ? LockLevel.OPEN : locks.whole(),
                locks.areas() == null ? Map.of() : locks.areas());
        return periods.byCode(code).orElseThrow(() -> new NotFound("fiscal-period", code));
    }
}
