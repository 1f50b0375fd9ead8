package io.simbaerp.company.workingday;

import java.time.LocalDate;

/**
 * A day of the company's own.
 *
 * @param works whether it is worked although it would be free, or free although it would be worked
 */
public record SpecialDay(LocalDate day, boolean works, String name) {}
