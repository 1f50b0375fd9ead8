package io.simbaerp.identity.superior;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * To whom a person reports from a day on.
 *
 * @param superior nobody where the person reports to no one from this day on
 * @param present whether it holds today
 */
public record ReportingLineView(
        UUID id,
        UUID person,
        String personName,
        LocalDate from,
        @Nullable UUID superior,
        @Nullable String superiorName,
        boolean present) {}
