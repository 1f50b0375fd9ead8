package io.simbaerp.identity.separation.web;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** An exception asked for, as entered. */
record ExceptionForm(
        @Nullable UUID user,
        @Nullable UUID conflict,
        @Nullable String reason,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate endsOn) {}
