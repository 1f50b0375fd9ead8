package io.simbaerp.intake;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;

/** Says what the official rules say about an e-invoice, and stores nothing. */
@Query(Duty.RECEIVE_DOCUMENT)
public class ValidateEInvoice {

    private final ContentReader reader;
    private final SubmissionRules rules;

    ValidateEInvoice(ContentReader reader, SubmissionRules rules) {
        this.reader = reader;
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
            if (reader.read(content, fileName) instanceof ReadContent.EInvoice invoice) {
                return new Validation(invoice.format(), invoice.profile(), invoice.valid(), invoice.findings());
            }
        } catch (UnreadableContent e) {
            throw RuleViolation.ofField("file", e.rule(), e.args().toArray());
        }
        throw RuleViolation.ofField("file", "intake.not-an-e-invoice");
    }
}
