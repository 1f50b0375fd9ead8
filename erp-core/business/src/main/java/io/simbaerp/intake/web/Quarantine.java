package io.simbaerp.intake.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the quarantine page shows. */
record Quarantine(List<QuarantineRow> rows, @Nullable String next, boolean mayDecide, boolean mayUpload) {}
