package io.simbaerp.intake;

import io.simbaerp.document.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the official rules say about an e-invoice.
 *
 * @param format UBL or CII
 * @param profile the specification it claims to follow (BT-24)
 * @param valid whether no finding is an error
 */
public record Validation(String format, @Nullable String profile, boolean valid, List<Finding> findings) {}
