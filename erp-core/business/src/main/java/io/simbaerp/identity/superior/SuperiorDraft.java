package io.simbaerp.identity.superior;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * To whom somebody shall report, and from when.
 *
 * @param superior nobody if the person shall report to no one
 * @param from nothing for today
 */
public record SuperiorDraft(
        @Nullable UUID superior, @Nullable LocalDate from) {}
