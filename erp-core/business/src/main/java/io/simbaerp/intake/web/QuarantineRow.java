package io.simbaerp.intake.web;

import io.simbaerp.document.QuarantinedView;
import io.simbaerp.page.RuleTexts;
import java.time.Instant;
import java.util.UUID;

/** A document that waits for a decision. */
record QuarantineRow(UUID id, String fileName, String reason, String rule, int attempt, Instant receivedAt) {

    static QuarantineRow of(QuarantinedView row, RuleTexts texts) {
        return new QuarantineRow(
                row.document().id().value(),
                row.document().fileName(),
                texts.rule(row.reason().rule(), row.reason().args()),
                row.reason().rule(),
                row.attempt(),
                row.document().receivedAt());
    }
}
