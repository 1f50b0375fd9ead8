package io.simbaerp.company;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A fiscal period as entries name it.
 *
 * @param code such as {@code 2026-11}
 * @param yearCode the fiscal year's code, such as {@code 2026}
 */
public record FiscalPeriodView(
        UUID id, String code, String yearCode, int number, LocalDate firstDay, LocalDate lastDay, boolean open) {}
