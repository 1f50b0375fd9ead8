package io.simbaerp.identity.parttime;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody's own week as it is entered. */
public record PartTimeDraft(
        @Nullable LocalTime opens,
        @Nullable LocalTime closes,
        @Nullable Set<DayOfWeek> days) {}
