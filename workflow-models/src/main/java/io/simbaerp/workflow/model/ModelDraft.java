package io.simbaerp.workflow.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A model as somebody hands it in.
 *
 * @param content the file as it is
 * @param reason why it is to change, in words
 * @param effectiveFrom the first day on which processes begin by it; today if nothing is said
 */
public record ModelDraft(
        byte[] content, String reason, @Nullable LocalDate effectiveFrom) {}
