package io.simbaerp.company.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.company.ReopenPeriod;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The calendar of a company: years of any length, locks, and what PostgreSQL refuses of either. */
@ModuleTest
class PeriodLocksModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    FiscalPeriods periods;

    @Autowired
    FiscalYears years;

    @Autowired
    AddFiscalYear addYear;

    @Autowired
    LockFiscalYear lockYear;

    @Autowired
    SetPeriodLocks setLocks;

    @Autowired
    ReopenPeriod reopen;

    @Autowired
    GrantPeriodException grant;

    @Autowired
    RevokePeriodException revoke;

    @Autowired
    PeriodExceptions exceptions;

    @Autowired
    TestDatabase database;

    @Autowired
    TestClock clock;

    TestCompany company;

    @BeforeEach
    void found() {
        company = companies.create();
        clock.set(Instant.parse("2027-03-10T10:00:00Z"));
    }

    @AfterEach
    void backToTheUsualDay() {
        clock.set(TestClock.START);
    }

    @Test
    void aYearMayHaveAnyLengthAndClosingPeriods() {
        company.as(() ->
                addYear.add(new FiscalYearDraft("2028-29", LocalDate.of(2028, 1, 1), LocalDate.of(2029, 6, 15), 2)));

        List<FiscalPeriodView> laidOut = company.as(() -> periods.ofYear("2028-29"));
        assertThat(laidOut).hasSize(20);
        assertThat(laidOut.get(0).code()).isEqualTo("2028-01");
        FiscalPeriodView cut = laidOut.get(17);
        assertThat(cut.code()).isEqualTo("2028-29.2029-06");
        assertThat(cut.lastDay()).isEqualTo(LocalDate.of(2029, 6, 15));
        assertThat(laidOut.get(19)).matches(FiscalPeriodView::closing).satisfies(last -> assertThat(last.firstDay())
                .isEqualTo(LocalDate.of(2029, 6, 15)));
        assertThat(company.as(() -> periods.of(LocalDate.of(2029, 6, 15)))
                        .orElseThrow()
                        .closing())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2029, 2029-01-01, 2029-12-31, 0, fiscal-year.not-adjacent",
        "2028, 2027-12-31, 2028-12-31, 0, fiscal-year.not-adjacent",
        "2026, 2028-01-01, 2028-12-31, 0, fiscal-year.code-taken",
        "2028, 2028-01-01, 2027-12-31, 0, fiscal-year.days-out-of-order",
        "2028, 2028-01-01, 2058-12-31, 0, fiscal-year.too-long",
        "2028, 2028-01-01, 2028-12-31, 9, fiscal-year.closing-periods",
        "20/28, 2028-01-01, 2028-12-31, 1, fiscal-year.code-wrong",
    })
    void aYearThatDoesNotFitIsRefused(String code, LocalDate first, LocalDate last, int closing, String rule) {
        assertThatThrownBy(() -> company.as(() -> addYear.add(new FiscalYearDraft(code, first, last, closing))))
                .hasMessageContaining(rule);
    }

    @Test
    void areasAreLockedApartAndTheStricterLockCounts() {
        company.run(() -> setLocks.set(
                "2026-11",
                LockLevel.SOFT_CLOSED,
                Map.of(LockArea.PURCHASES, LockLevel.CLOSED, LockArea.VAT, LockLevel.OPEN)));

        FiscalPeriodView period = company.as(() -> periods.byCode("2026-11")).orElseThrow();
        assertThat(period.level(LockArea.PURCHASES)).isEqualTo(LockLevel.CLOSED);
        assertThat(period.level(LockArea.SALES)).isEqualTo(LockLevel.SOFT_CLOSED);
        assertThat(period.level(LockArea.VAT)).isEqualTo(LockLevel.OPEN);
        assertThat(period.open()).isFalse();
        assertThatThrownBy(() -> company.run(() -> setLocks.set("1999-01", LockLevel.CLOSED, Map.of())))
                .hasMessageContaining("period.unknown");
    }

    @Test
    void aYearIsLockedInOrderOnceItIsOverAndForGood() {
        assertThatThrownBy(() -> company.run(() -> lockYear.lock("2026", "2026")))
                .hasMessageContaining("fiscal-year.earlier-unlocked");
        assertThatThrownBy(() -> company.run(() -> lockYear.lock("2027", "2027")))
                .hasMessageContaining("fiscal-year.not-over");
        assertThatThrownBy(() -> company.run(() -> lockYear.lock("2025", "2026")))
                .hasMessageContaining("fiscal-year.not-confirmed");

        company.run(() -> lockYear.lock("2025", "2025"));

        assertThat(company.as(() -> periods.ofYear("2025")))
                .allMatch(period -> period.yearLocked()
                        && period.level(LockArea.VAT) == LockLevel.CLOSED
                        && period.whole() == LockLevel.CLOSED);
        assertThat(company.as(years::all).get(2).lockedAt()).isEqualTo(clock.instant());
        assertThatThrownBy(() -> company.run(() -> lockYear.lock("2025", "2025")))
                .hasMessageContaining("fiscal-year.locked");
        assertThatThrownBy(() -> company.run(() -> reopen.reopen("2025-11"))).hasMessageContaining("period.not-closed");
        assertThatThrownBy(() -> company.run(() -> setLocks.set("2025-11", LockLevel.OPEN, Map.of())))
                .hasMessageContaining("fiscal-year.locked");
        assertThatThrownBy(() -> company.as(() -> grant.grant(exception("2025-11", Duration.ofHours(1), "why"))))
                .hasMessageContaining("fiscal-year.locked");
    }

    @Test
    void anExceptionIsTimeBoxedReasonedAndTakenBack() {
        UUID director = UUID.randomUUID();
        assertThatThrownBy(() -> company.as(() -> grant.grant(exception("2026-11", Duration.ofDays(32), "why"))))
                .hasMessageContaining("period-exception.too-long");
        assertThatThrownBy(() -> company.as(() -> grant.grant(exception("2026-11", Duration.ofDays(1), " "))))
                .hasMessageContaining("period-exception.reason-missing");
        GrantPeriodException.Draft own = new GrantPeriodException.Draft(
                "2026-11", null, director, clock.instant().plusSeconds(60), "I want to");
        assertThatThrownBy(() -> company.asPerson(director, () -> grant.grant(own)))
                .hasMessageContaining("period-exception.for-oneself");
        assertThatThrownBy(
                        () -> company.asPerson(director, EnumSet.of(Duty.POST_JOURNAL_ENTRY), () -> grant.grant(own)))
                .isInstanceOf(MissingDuty.class);

        UUID granted = company.as(() -> grant.grant(exception("2026-11", Duration.ofHours(2), "A late invoice")));
        assertThat(company.as(() -> exceptions.of("2026-11")))
                .singleElement()
                .matches(PeriodExceptions.ExceptionView::inForce);
        company.run(() -> revoke.revoke(granted));
        assertThat(company.as(() -> exceptions.of("2026-11")))
                .singleElement()
                .matches(one -> !one.inForce() && one.revokedAt() != null);
        assertThatThrownBy(() -> company.run(() -> revoke.revoke(granted))).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update company.fiscal_year set locked_at = null, locked_by = null where code = '2025' | fiscal_year_lock_is_final",
                "update company.fiscal_year set locked_at = now(), locked_by = 'x' where code = '2027' | fiscal_years_are_locked_in_order",
                "update company.fiscal_year set last_day = last_day + 1 where code = '2027' | fiscal_year_keeps_its_days",
                "update company.fiscal_period set state = 'OPEN' where code = '2025-11' | fiscal_year_lock_is_final",
                "update company.fiscal_period set vat_lock = 'OPEN' where code = '2025-11' | fiscal_year_lock_is_final",
                "update company.fiscal_period set last_day = last_day + 1 where code = '2026-11' | fiscal_period_keeps_its_days",
                "update company.fiscal_period set state = 'AJAR' where code = '2026-11' | fiscal_period_state_is_known",
                "update company.fiscal_period set sales_lock = 'AJAR' where code = '2026-11' | fiscal_period_locks_are_known",
                "insert into company.fiscal_year select company_id, gen_random_uuid(), 'gap', '2029-01-01', '2029-12-31' from company.company | fiscal_years_follow_each_other",
                "insert into company.fiscal_period select company_id, gen_random_uuid(), fiscal_year_id, 'more', 13, first_day, last_day from company.fiscal_period where code = '2026-12' | fiscal_periods_share_the_year",
                "insert into company.fiscal_period (company_id, id, fiscal_year_id, code, number, first_day, last_day, closing) select company_id, gen_random_uuid(), fiscal_year_id, 'C', 13, first_day, first_day, true from company.fiscal_period where code = '2026-12' | closing_period_lies_over_the_last_day",
                "insert into company.period_exception select company_id, gen_random_uuid(), id, null, null, 'r', 'x', now(), now() + interval '40 days' from company.fiscal_period where code = '2026-11' | period_exception_is_time_boxed",
                "insert into company.period_exception select company_id, gen_random_uuid(), id, null, null, ' ', 'x', now(), now() + interval '1 day' from company.fiscal_period where code = '2026-11' | period_exception_has_a_reason",
                "insert into company.period_exception select company_id, gen_random_uuid(), id, null, null, 'r', 'x', now(), now() + interval '1 day' from company.fiscal_period where code = '2025-11' | fiscal_year_lock_is_final",
            })
    void theDatabaseRefusesWhoeverWrites(String attack, String rule) throws SQLException {
        company.run(() -> lockYear.lock("2025", "2025"));
        assertThat(refusal(TestDatabase.OWNER, attack)).isEqualTo(rule);
        assertThat(refusal(TestDatabase.APPLICATION, attack)).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delete from company.fiscal_year | fiscal_year_is_never_deleted",
                "delete from company.fiscal_period | fiscal_period_is_never_deleted",
                "delete from company.period_exception | period_exception_is_never_deleted",
                "update company.period_exception set ends_at = ends_at + interval '1 day' | period_exception_is_only_taken_back",
            })
    void theCalendarIsNeverDeletedAndExceptionsNeverStretched(String attack, String rule) throws SQLException {
        company.as(() -> grant.grant(exception("2026-11", Duration.ofHours(2), "A late invoice")));
        assertThat(refusal(TestDatabase.OWNER, attack)).isEqualTo(rule);
        assertThat(refusal(TestDatabase.APPLICATION, attack)).isIn(rule, Attack.PERMISSION);
    }

    private GrantPeriodException.Draft exception(String period, Duration lasting, String reason) {
        return new GrantPeriodException.Draft(
                period, null, null, clock.instant().plus(lasting), reason);
    }

    private @Nullable String refusal(String role, String attack) throws SQLException {
        return new Attack(database, company.id()).refusal(role, attack);
    }
}
