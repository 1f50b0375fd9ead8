package io.simbaerp.reporting.work;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.reporting.ReportRequest;
import io.simbaerp.task.sla.SlaFilter;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which tasks a request is about; without days the last three months. */
final class AskedTasks {

    private static final int MOST_MONTHS = 36;

    /** What is due later nobody has, what was due earlier nobody keeps. */
    private static final int YEARS_BACK = 20;

    private static final int YEARS_AHEAD = 1;

    private AskedTasks() {}

    static LocalDate from(ReportRequest request) {
        return request.day("from", request.today().withDayOfMonth(1).minusMonths(2));
    }

    static LocalDate until(ReportRequest request) {
        return request.day("to", request.today());
    }

    /**
     * @throws RuleViolation report.days-too-far, report.days-turned, report.range-too-long, report.day-unreadable,
     *     report.id-unreadable
     */
    static SlaFilter filter(ReportRequest request) {
        LocalDate from = from(request);
        LocalDate until = until(request);
        LocalDate today = request.today();
        if (from.isBefore(today.minusYears(YEARS_BACK))) {
            throw RuleViolation.ofField("from", "report.days-too-far", YEARS_BACK);
        }
        if (until.isAfter(today.plusYears(YEARS_AHEAD))) {
            throw RuleViolation.ofField("to", "report.days-too-far", YEARS_BACK);
        }
        if (until.isBefore(from)) {
            throw RuleViolation.ofField("to", "report.days-turned");
        }
        if (until.isAfter(from.plusMonths(MOST_MONTHS))) {
            throw RuleViolation.ofField("to", "report.range-too-long", MOST_MONTHS);
        }
        return new SlaFilter(
                from,
                until,
                request.text("process"),
                request.text("step"),
                id(request, "person"),
                request.text("duty"));
    }

    static @Nullable UUID id(ReportRequest request, String name) {
        String asked = request.text(name);
        try {
            return asked == null ? null : UUID.fromString(asked);
        } catch (IllegalArgumentException e) {
            throw RuleViolation.ofField(name, "report.id-unreadable", asked);
        }
    }
}
