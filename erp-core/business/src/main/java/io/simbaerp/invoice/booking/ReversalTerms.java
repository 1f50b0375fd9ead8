package io.simbaerp.invoice.booking;

import io.simbaerp.ledger.EntryKind;
import java.time.LocalDate;

/**
 * How the entries of an invoice are taken back.
 *
 * @param kind RED_REVERSAL or BLACK_REVERSAL
 * @param postingDate the reversals' own date
 * @param periodCode the reversals' own fiscal period
 * @param reason why, in a sentence
 */
public record ReversalTerms(EntryKind kind, LocalDate postingDate, String periodCode, String reason) {}
