package io.simbaerp.intake;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.document.classification.DocumentClasses;
import io.simbaerp.invoice.received.polish.KsefNumber;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** What a submission must be in shape before anything is kept of it. */
@Component
class SubmissionRules {

    private static final Pattern CHANNEL = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_NAME = 200;

    private final DataSize maximum;
    private final BusinessDay businessDay;
    private final DocumentClasses classes;

    SubmissionRules(
            @Value("${simba.intake.max-size:25MB}") DataSize maximum,
            BusinessDay businessDay,
            DocumentClasses classes) {
        this.maximum = maximum;
        this.businessDay = businessDay;
        this.classes = classes;
    }

    /**
     * The submission with its day of receipt settled and its names cleaned.
     *
     * @throws RuleViolation intake.empty-file, intake.file-too-large, intake.key-too-long, intake.channel-wrong,
     *     intake.ksef-number-wrong, intake.ksef-number-mistyped, intake.received-in-future,
     *     document-class.unknown
     */
    Submission checked(Submission submission) {
        checkContent(submission.content(), submission.fileName());
        String key = blankToNull(submission.idempotencyKey());
        if (key != null && key.length() > LONGEST_KEY) {
            throw RuleViolation.ofField("Idempotency-Key", "intake.key-too-long", LONGEST_KEY);
        }
        if (!CHANNEL.matcher(submission.channel()).matches()) {
            throw RuleViolation.ofField("channel", "intake.channel-wrong", submission.channel());
        }
        String ksefNumber = blankToNull(submission.ksefNumber());
        LocalDate assigned = ksefNumber == null ? null : assignedOn(ksefNumber);
        LocalDate receivedOn = submission.receivedOn() != null ? submission.receivedOn() : assigned;
        LocalDate today = businessDay.today();
        if (receivedOn != null && receivedOn.isAfter(today)) {
            throw RuleViolation.ofField("receivedOn", "intake.received-in-future", receivedOn);
        }
        return new Submission(
                submission.content(),
                shown(submission.fileName()),
                submission.mediaType(),
                submission.channel(),
                key,
                receivedOn == null ? today : receivedOn,
                ksefNumber,
                classes.chosen(submission.documentClass()));
    }

    void checkContent(byte[] content, String fileName) {
        if (content.length == 0) {
            throw RuleViolation.ofField("file", "intake.empty-file", shown(fileName));
        }
        if (content.length > maximum.toBytes()) {
            throw RuleViolation.ofField("file", "intake.file-too-large", shown(fileName), maximum.toMegabytes());
        }
    }

    private static LocalDate assignedOn(String ksefNumber) {
        LocalDate assigned = KsefNumber.assignedOn(ksefNumber)
                .orElseThrow(() -> RuleViolation.ofField("ksefNumber", "intake.ksef-number-wrong", ksefNumber));
        if (!KsefNumber.isValid(ksefNumber)) {
            throw RuleViolation.ofField("ksefNumber", "intake.ksef-number-mistyped", ksefNumber);
        }
        return assigned;
    }

    /** The name alone, without the sender's folders and without characters that could pretend to be another name. */
    private static String shown(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{C}", "")
                .strip();
        String bare = name.isEmpty() ? "unnamed" : name;
        return bare.length() <= LONGEST_NAME ? bare : bare.substring(bare.length() - LONGEST_NAME);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
