package io.simbaerp.document;

import java.time.Instant;

/**
 * A document in quarantine.
 *
 * @param attempt how often it was tried in vain
 */
public record QuarantinedView(DocumentView document, QuarantineReason reason, int attempt, Instant at) {}
