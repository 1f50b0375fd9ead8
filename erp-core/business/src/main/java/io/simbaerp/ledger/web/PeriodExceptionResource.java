package io.simbaerp.ledger.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.company.period.GrantPeriodException;
import io.simbaerp.company.period.LockArea;
import io.simbaerp.company.period.PeriodExceptions;
import io.simbaerp.company.period.RevokePeriodException;
import io.simbaerp.page.Page;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Exceptions from the locks of a period, for programs. */
@RestController
@RequestMapping("/api/v1/fiscal-periods/{code}/exceptions")
class PeriodExceptionResource {

    private final FiscalPeriods periods;
    private final PeriodExceptions exceptions;
    private final GrantPeriodException grant;
    private final RevokePeriodException revoke;

    PeriodExceptionResource(
            FiscalPeriods periods,
            PeriodExceptions exceptions,
            GrantPeriodException grant,
            RevokePeriodException revoke) {
        this.periods = periods;
        this.exceptions = exceptions;
        this.grant = grant;
        this.revoke = revoke;
    }

    /**
     * Who may post until when, and why.
     *
     * @param area nothing for all areas
     * @param personId nothing for everybody who may post
     */
    record GrantJson(
            @Nullable LockArea area,
            @Nullable UUID personId,
            @Nullable Instant endsAt,
            @Nullable String reason) {}

    /** An exception as it was granted. */
    record ExceptionJson(
            UUID id,
            @Nullable LockArea area,
            @Nullable UUID personId,
            String reason,
            String grantedBy,
            Instant grantedAt,
            Instant endsAt,
            @Nullable Instant revokedAt,
            boolean inForce) {

        static ExceptionJson of(PeriodExceptions.ExceptionView view) {
            return new ExceptionJson(
                    view.id(),
                    view.area(),
                    view.personId(),
                    view.reason(),
                    view.grantedBy().toString(),
                    view.grantedAt(),
                    view.endsAt(),
                    view.revokedAt(),
                    view.inForce());
        }
    }

    /** Those of the period, the latest first. */
    @GetMapping
    Page<ExceptionJson> all(@PathVariable String code) {
        if (periods.byCode(code).isEmpty()) {
            throw new NotFound("fiscal-period", code);
        }
        return new Page<>(exceptions.of(code).stream().map(ExceptionJson::of).toList(), null);
    }

    @Permission.Required(Duty.GRANT_PERIOD_EXCEPTION)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ExceptionJson grant(@PathVariable String code, @RequestBody GrantJson wanted) {
        Instant ends = wanted.endsAt();
        if (ends == null) {
            throw RuleViolation.ofField("endsAt", "period-exception.end-missing");
        }
        UUID id = grant.grant(new GrantPeriodException.Draft(
                code,
                wanted.area(),
                wanted.personId(),
                ends,
                Objects.requireNonNullElse(wanted.reason(), "").strip()));
        return exceptions.of(code).stream()
                .filter(one -> one.id().equals(id))
                .map(ExceptionJson::of)
                .findFirst()
                .orElseThrow(() -> new NotFound("period-exception", id));
    }

    /** Takes it back before it ends. */
    @Permission.Required(Duty.GRANT_PERIOD_EXCEPTION)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String code, @PathVariable UUID id) {
        if (exceptions.of(code).stream().noneMatch(one -> one.id().equals(id))) {
            throw new NotFound("period-exception", id);
        }
        revoke.revoke(id);
    }
}
