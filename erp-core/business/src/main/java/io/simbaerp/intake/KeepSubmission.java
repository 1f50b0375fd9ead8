package io.simbaerp.intake;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.architecture.digest.Sha256;
import io.simbaerp.document.DocumentDraft;
import io.simbaerp.document.KeepDocument;
import io.simbaerp.document.KeptDocument;
import java.util.Objects;
import java.util.Optional;

/** The first transaction of receipt: keeps the original and the document, and remembers the sender's key. */
@UseCase(Duty.RECEIVE_DOCUMENT)
public class KeepSubmission {

    private final SubmissionRules rules;
    private final SubmissionKeys keys;
    private final KeepDocument keepDocument;
    private final IntakeScope scope;

    KeepSubmission(SubmissionRules rules, SubmissionKeys keys, KeepDocument keepDocument, IntakeScope scope) {
        this.scope = scope;
        this.rules = rules;
        this.keys = keys;
        this.keepDocument = keepDocument;
    }

    /**
     * Keeps it, or finds what is kept already.
     *
     * @throws Conflict intake.key-names-other-content
     * @throws io.simbaerp.architecture.RuleViolation intake.empty-file, intake.file-too-large, intake.key-too-long,
     *     intake.channel-wrong, intake.ksef-number-wrong, intake.received-in-future,
     *     document-class.unknown, document.kept-out-of-sight
     */
    public KeptSubmission keep(Submission handedIn) {
        Submission submission = rules.checked(handedIn);
        String key = submission.idempotencyKey();
        String sha256 = Sha256.of(submission.content());
        if (key != null) {
            Optional<KeptSubmission> replay = replay(key, sha256);
            if (replay.isPresent()) {
                return replay.get();
            }
        }
        KeptDocument kept = keepDocument.keep(new DocumentDraft(
                submission.content(),
                submission.fileName(),
                submission.mediaType(),
                submission.channel(),
                Objects.requireNonNull(submission.receivedOn()),
                submission.ksefNumber(),
                submission.documentClass()));
        if (key != null && !keys.remember(key, sha256, kept.document().id())) {
            // The key may name a document that is out of the sender's sight by now.
            return replay(key, sha256).orElseThrow(() -> new Conflict("intake.key-names-other-content", key));
        }
        return new KeptSubmission(
                kept.document(), kept.added() ? KeptSubmission.Kind.ADDED : KeptSubmission.Kind.REPEATED);
    }

    private Optional<KeptSubmission> replay(String key, String sha256) {
        return keys.find(key).map(used -> {
            if (!used.sha256().equals(sha256)) {
                throw new Conflict("intake.key-names-other-content", key);
            }
            return new KeptSubmission(scope.document(used.document()), KeptSubmission.Kind.REPLAYED);
        });
    }
}
