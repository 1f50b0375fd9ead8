package io.simbaerp.company.workingday;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When a day is worked; a free day closes when it opens.
 *
 * @param before seconds worked on the days before, since the first that was asked for
 */
public record WorkedDay(LocalDate day, Instant opens, Instant closes, long before) {}
