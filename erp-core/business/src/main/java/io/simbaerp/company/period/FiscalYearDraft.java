package io.simbaerp.company.period;

import java.time.LocalDate;

/**
 * A fiscal year to be laid out in calendar months, the first and the last of them cut by the year's own days.
 *
 * @param code stands in numbers, such as {@code 2028}
 * @param closingPeriods how many periods for closing entries lie over its last day
 */
public record FiscalYearDraft(String code, LocalDate firstDay, LocalDate lastDay, int closingPeriods) {}
