package io.simbaerp.identity.substitution;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who shall act for the person who asks, and when.
 *
 * @param upTo the most an act may be about, in the company's currency; nothing for as far as the person may go
 */
public record SubstitutionDraft(
        @Nullable UUID substitute,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String upTo,
        @Nullable String reason) {}
