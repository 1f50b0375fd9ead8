package io.simbaerp.task.sla;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks are looked at.
 *
 * @param from due on this day or later
 * @param until due on this day at the latest
 * @param duty only those nobody had taken that this duty could take
 */
public record SlaFilter(
        LocalDate from,
        LocalDate until,
        @Nullable String process,
        @Nullable String step,
        @Nullable UUID person,
        @Nullable String duty) {}
