package io.simbaerp.task.timing;

import org.jspecify.annotations.Nullable;

/** A time rule as somebody enters it; what is empty is about everything. */
public record TimeRuleDraft(
        @Nullable TimeAct act,
        @Nullable String process,
        @Nullable String step,
        @Nullable String documentType,
        @Nullable Integer span,
        @Nullable String outcome) {}
