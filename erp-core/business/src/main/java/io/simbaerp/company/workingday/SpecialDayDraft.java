package io.simbaerp.company.workingday;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day of the company's own as somebody enters it. */
public record SpecialDayDraft(
        @Nullable LocalDate day,
        @Nullable Boolean works,
        @Nullable String name) {}
