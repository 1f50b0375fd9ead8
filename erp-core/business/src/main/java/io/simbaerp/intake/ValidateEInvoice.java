package io.simbaerp.intake;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.intake.reading.BoundedReading;
import java.time.Duration;

/** Says what the official rules say about an e-invoice, and stores nothing. */
@Query(Duty.RECEIVE_DOCUMENT)
public class ValidateEInvoice {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final BoundedReading reading;
    private final SubmissionRules rules;

    ValidateEInvoice(BoundedReading reading, SubmissionRules rules) {
        this.reading = reading;
        this.rules = rules;
    }

    /**
     * Judges the content.
     *
     * @throws RuleViolation intake.empty-file, intake.file-too-large, intake.not-an-e-invoice, and what the reader
     *     says about content it can't read
     */
    public Validation validate(byte[] content, String fileName) {
        rules.checkContent(content, fileName);
        try {
            if (reading.read(content, fileName, PATIENCE) instanceof ReadContent.EInvoice invoice) {
                return new Validation(invoice.format(), invoice.profile(), invoice.valid(), invoice.findings());
            }
        } catch (UnreadableContent e) {
            throw RuleViolation.ofField("file", e.rule(), e.args().toArray());
        }
        throw RuleViolation.ofField("file", "intake.not-an-e-invoice");
    }
}
