package io.simbaerp.task.sla;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How tasks of one kind were done.
 *
 * @param month its first day
 * @param person whose they were; nobody's where they are still free
 * @param duties who could take those that are free
 * @param done how many were done, in time or late
 * @param openLate how many are still open although they were due
 * @param medianHours half of those done took at most so many working hours
 * @param ninetiethHours nine in ten took at most so many
 */
public record SlaRow(
        @Nullable LocalDate month,
        String process,
        String step,
        @Nullable UUID person,
        @Nullable String duties,
        long count,
        long done,
        long inTime,
        long late,
        long openLate,
        @Nullable BigDecimal medianHours,
        @Nullable BigDecimal ninetiethHours) {}
