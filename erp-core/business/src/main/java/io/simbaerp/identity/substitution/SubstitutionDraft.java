package io.simbaerp.identity.substitution;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who shall act for the person who asks, and when.
 *
 * @param upTo the most an act may be about, in the company's currency; nothing for as far as the person may go
 * @param mode all of the person's work, or their tasks without any right; nothing for all of it
 * @param documentTypes which documents it is about, such as {@code payment-run}; nothing for all
 */
public record SubstitutionDraft(
        @Nullable UUID substitute,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String upTo,
        @Nullable String reason,
        @Nullable SubstitutionMode mode,
        @Nullable List<String> documentTypes) {

    /** All of the person's work. */
    public SubstitutionDraft(
            @Nullable UUID substitute,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable String upTo,
            @Nullable String reason) {
        this(substitute, firstDay, lastDay, upTo, reason, null, null);
    }

    /** Whether the form ticks this type. */
    public boolean about(String documentType) {
        return documentTypes != null && documentTypes.contains(documentType);
    }
}
