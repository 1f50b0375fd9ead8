package io.simbaerp.intake.web;

import io.simbaerp.document.wording.FindingInWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the official rules say about an e-invoice, in REST.
 *
 * @param format UBL or CII
 * @param profile the specification it claims to follow (BT-24)
 * @param valid whether no finding is an error
 */
record ValidationBody(String format, @Nullable String profile, boolean valid, List<FindingInWords> findings) {}
