package io.simbaerp.ledger.bulk;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The periods that days belong to, for entries which don't name theirs. */
@Component
public class PeriodsOfDays {

    private final FiscalPeriods periods;

    PeriodsOfDays(FiscalPeriods periods) {
        this.periods = periods;
    }

    /** The code of a day's period; each day is looked up once. It throws period.unknown. */
    public Function<LocalDate, String> remembering() {
        Map<LocalDate, Optional<String>> known = new HashMap<>();
        return day -> known.computeIfAbsent(day, unknown -> periods.of(unknown).map(FiscalPeriodView::code))
                .orElseThrow(() -> RuleViolation.ofField("period", "period.unknown", day));
    }
}
