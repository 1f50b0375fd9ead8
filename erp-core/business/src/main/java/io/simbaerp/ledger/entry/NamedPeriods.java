package io.simbaerp.ledger.entry;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The fiscal period an entry names: closing periods are named, the others follow the posting date. */
@Component
public class NamedPeriods {

    private final FiscalPeriods periods;

    NamedPeriods(FiscalPeriods periods) {
        this.periods = periods;
    }

    /**
     * The period named, else the ordinary one of the day.
     *
     * @throws RuleViolation period.unknown
     */
    public String of(String named, LocalDate day) {
        return !named.isBlank()
                ? named.strip()
                : periods.of(day)
                        .map(FiscalPeriodView::code)
                        .orElseThrow(() -> RuleViolation.ofField("period", "period.unknown", day));
    }
}
