package io.simbaerp.invoice.received;

import org.jspecify.annotations.Nullable;

/**
 * A free remark on the invoice (BG-1).
 *
 * @param subjectCode BT-21: what it is about (UNTDID 4451)
 * @param text BT-22
 */
public record InvoiceNote(@Nullable String subjectCode, String text) {}
