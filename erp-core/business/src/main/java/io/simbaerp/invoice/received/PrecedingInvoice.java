package io.simbaerp.invoice.received;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An earlier invoice this one corrects or refers to (BG-3).
 *
 * @param number BT-25
 * @param issueDate BT-26
 */
public record PrecedingInvoice(String number, @Nullable LocalDate issueDate) {}
