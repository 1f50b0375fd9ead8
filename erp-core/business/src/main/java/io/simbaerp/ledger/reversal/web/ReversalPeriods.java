package io.simbaerp.ledger.reversal.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The periods a reversal may be posted to. */
@Component
class ReversalPeriods {

    private static final int TO_CHOOSE = 14;

    private final FiscalPeriods periods;

    ReversalPeriods(FiscalPeriods periods) {
        this.periods = periods;
    }

    /**
     * The period somebody named, else the one of the day.
     *
     * @throws RuleViolation period.unknown
     */
    String code(@Nullable String named, LocalDate day) {
        return named != null && !named.isBlank()
                ? named.strip()
                : periods.of(day)
                        .map(FiscalPeriodView::code)
                        .orElseThrow(() -> RuleViolation.ofField("periodCode", "period.unknown", day));
    }

    /** The open ones from the day on. */
    List<String> open(LocalDate from) {
        return periods.from(from, TO_CHOOSE).stream()
                .filter(FiscalPeriodView::open)
                .map(FiscalPeriodView::code)
                .toList();
    }
}
