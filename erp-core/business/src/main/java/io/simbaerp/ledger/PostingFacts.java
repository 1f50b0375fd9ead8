package io.simbaerp.ledger;

import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.period.LockArea;
import io.simbaerp.company.period.LockLevel;
import io.simbaerp.ledger.dimension.AxisFacts;
import io.simbaerp.money.CurrencyCode;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry is judged against: the currency, period, journal, accounts and cost centres it names, if they exist.
 *
 * @param axes what is known of axes, read only if a line names one or an account asks for one
 * @param lock what stands against posting into the period for whoever posts now
 */
record PostingFacts(
        CurrencyCode baseCurrency,
        @Nullable FiscalPeriodView period,
        @Nullable Journal journal,
        LockLevel lock,
        Map<String, Account> accounts,
        Map<String, CostCentre> costCentres,
        AxisFacts axes) {

    /** The journal; its kind is the area whose locks count. */
    record Journal(UUID id, LockArea area) {}

    /** What posting must know of an account. */
    record Account(
            UUID id,
            String code,
            boolean postable,
            boolean control,
            boolean costCentreRequired,
            boolean asksForAxes,
            @Nullable String currency,
            LocalDate activeFrom,
            @Nullable LocalDate activeTo) {

        boolean activeOn(LocalDate day) {
            return !day.isBefore(activeFrom) && (activeTo == null || !day.isAfter(activeTo));
        }
    }

    /** What posting must know of a cost centre. */
    record CostCentre(
            UUID id, LocalDate activeFrom, @Nullable LocalDate activeTo) {

        boolean activeOn(LocalDate day) {
            return !day.isBefore(activeFrom) && (activeTo == null || !day.isAfter(activeTo));
        }
    }
}
