package io.simbaerp.identity.role.web;

import io.simbaerp.architecture.DutyLimit;
import io.simbaerp.identity.role.GrantLimits;
import org.jspecify.annotations.Nullable;

/** A grant as somebody entered it, or a program sent it; what is left out limits nothing. */
record GrantForm(
        @Nullable String role,
        @Nullable String upTo,
        @Nullable String costCentres,
        @Nullable String documentTypes) {

    static GrantForm empty() {
        return new GrantForm(null, null, null, null);
    }

    DutyLimit limits() {
        return GrantLimits.of(upTo, costCentres, documentTypes);
    }
}
