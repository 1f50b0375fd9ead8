package io.simbaerp.intake;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Receives whatever is handed in, from keeping it to starting its process. It opens no transaction of its own: each of
 * its steps is one, so that what is kept stays kept when reading it fails.
 */
@Component
public class ReceiveDocument {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiveDocument.class);

    private final KeepSubmission keepSubmission;
    private final Reception reception;
    private final Answers answers;
    private final IntakeWorkers workers;
    private final CurrentActor currentActor;
    private final Duration patience;

    ReceiveDocument(
            KeepSubmission keepSubmission,
            Reception reception,
            Answers answers,
            IntakeWorkers workers,
            CurrentActor currentActor,
            @Value("${simba.intake.patience:5s}") Duration patience) {
        this.keepSubmission = keepSubmission;
        this.reception = reception;
        this.answers = answers;
        this.workers = workers;
        this.currentActor = currentActor;
        this.patience = patience;
    }

    /**
     * Keeps it, reads it and answers; after five seconds at the latest, with RECEIVED if reading takes longer.
     *
     * @throws io.simbaerp.architecture.Conflict intake.key-names-other-content
     * @throws io.simbaerp.architecture.RuleViolation intake.empty-file, intake.file-too-large, intake.key-too-long,
     *     intake.channel-wrong, intake.ksef-number-wrong, intake.received-in-future
     */
    public Receipt receive(Submission submission) {
        KeptSubmission kept = keepSubmission.keep(submission);
        if (kept.document().state() == DocumentState.RECEIVED && kept.document().number() == null) {
            Optional<Receipt> read = read(kept.document().id());
            if (read.isPresent() && kept.kind() == KeptSubmission.Kind.ADDED) {
                return read.get().asAdded();
            }
        }
        return answers.to(kept);
    }

    /** What came of reading it, if that was done here and in time. */
    private Optional<Receipt> read(DocumentId id) {
        Acting acting = currentActor.get();
        return workers.begin(() -> reception.read(acting.company(), id, TakeUpDocument.Claim.PATIENTLY, acting.actor()))
                .flatMap(work -> await(id, work));
    }

    private Optional<Receipt> await(DocumentId id, Future<Optional<Receipt>> work) {
        try {
            return work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            LOG.warn("Document {} could be neither read nor quarantined; the job takes it up", id, e.getCause());
            return Optional.empty();
        }
    }
}
