package io.simbaerp.ledger.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.company.period.LockArea;
import io.simbaerp.company.period.LockLevel;
import io.simbaerp.company.period.PeriodExceptions;
import io.simbaerp.identity.Colleagues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is shown of one fiscal period: its locks, and the exceptions from them with the names of people. */
@Component
class PeriodDesk {

    private final FiscalPeriods periods;
    private final PeriodExceptions exceptions;
    private final Colleagues colleagues;
    private final ActorNames names;
    private final CurrentCompany company;
    private final BusinessDay businessDay;

    PeriodDesk(
            FiscalPeriods periods,
            PeriodExceptions exceptions,
            Colleagues colleagues,
            ActorNames names,
            CurrentCompany company,
            BusinessDay businessDay) {
        this.periods = periods;
        this.exceptions = exceptions;
        this.colleagues = colleagues;
        this.names = names;
        this.company = company;
        this.businessDay = businessDay;
    }

    /**
     * The page of a period.
     *
     * @param maintained whether the reader may set locks
     * @param grants whether the reader may grant exceptions
     * @param posters who may be let through
     */
    record PeriodView(
            FiscalPeriodView period,
            List<AreaLock> areas,
            List<String> levels,
            List<ExceptionRow> exceptions,
            List<Colleagues.Colleague> posters,
            boolean maintained,
            boolean grants,
            LocalDate today,
            LocalDate latest) {}

    /** An area with its own lock. */
    record AreaLock(String area, String field, String level) {}

    /** An exception with the names of people. */
    record ExceptionRow(
            UUID id,
            @Nullable String area,
            @Nullable String person,
            String reason,
            String grantedBy,
            Instant grantedAt,
            Instant endsAt,
            @Nullable Instant revokedAt,
            boolean inForce) {}

    /** @throws RuleViolation period.unknown */
    PeriodView view(String code, boolean maintained, boolean grants) {
        FiscalPeriodView period = periods.byCode(code).orElseThrow(() -> new RuleViolation("period.unknown", code));
        LocalDate today = businessDay.today();
        return new PeriodView(
                period,
                Arrays.stream(LockArea.values())
                        .map(area -> new AreaLock(
                                area.name(),
                                area.name().toLowerCase(java.util.Locale.ROOT),
                                period.areas()
                                        .getOrDefault(area, LockLevel.OPEN)
                                        .name()))
                        .toList(),
                Arrays.stream(LockLevel.values()).map(Enum::name).toList(),
                exceptions.of(code).stream().map(this::row).toList(),
                grants ? colleagues.holding(Duty.POST_JOURNAL_ENTRY) : List.of(),
                maintained && changeable(period),
                grants && changeable(period),
                today,
                today.plusDays(30));
    }

    private static boolean changeable(FiscalPeriodView period) {
        return !period.yearLocked() && !period.booksClosed();
    }

    /** The moment a day of the company is over. */
    Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(company.get().timeZone()).toInstant();
    }

    private ExceptionRow row(PeriodExceptions.ExceptionView exception) {
        UUID person = exception.personId();
        LockArea area = exception.area();
        return new ExceptionRow(
                exception.id(),
                area == null ? null : area.name(),
                person == null ? null : names.nameOf(Actor.person(person)),
                exception.reason(),
                names.nameOf(exception.grantedBy()),
                exception.grantedAt(),
                exception.endsAt(),
                exception.revokedAt(),
                exception.inForce());
    }
}
