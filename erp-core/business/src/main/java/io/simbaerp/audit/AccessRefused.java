package io.simbaerp.audit;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was turned away from a use case or query.
 *
 * @param name duty-refused, separation-refused or not-found
 * @param onBehalfOf for whom they tried, where one person acted for another
 * @param reason the rule, and behind a space what fills its sentence, parted by bars
 */
public record AccessRefused(
        CompanyId company,
        Actor actor,
        @Nullable Actor onBehalfOf,
        Instant at,
        Subject subject,
        List<Subject> concerns,
        String name,
        String reason)
        implements Refused, OnBehalf {}
