package io.simbaerp.intake;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.logging.LoggedDocument;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentKind;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.QuarantineReason;
import io.simbaerp.document.part.Parts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/** Reads documents that are kept: the second transaction, and the third if that fails. */
@Component
class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final TakeUpDocument takeUpDocument;
    private final QuarantineReceived quarantineReceived;
    private final Parts parts;
    private final IntakeScope scope;

    Reception(TakeUpDocument takeUpDocument, QuarantineReceived quarantineReceived, Parts parts, IntakeScope scope) {
        this.parts = parts;
        this.takeUpDocument = takeUpDocument;
        this.quarantineReceived = quarantineReceived;
        this.scope = scope;
    }

    /** Registered or quarantined; nothing if somebody else has done or does it. */
    Optional<Receipt> read(CompanyId company, DocumentId id, TakeUpDocument.Claim claim, @Nullable Actor askedBy) {
        return scope.in(company, () -> {
            try (LoggedDocument about = LoggedDocument.of(id.value())) {
                Optional<Receipt> receipt = takeUpDocument.takeUp(id, claim, askedBy);
                // Only what is nothing but a container has parts.
                receipt.filter(taken -> taken.kind().equals(DocumentKind.PLAIN))
                        .ifPresent(taken -> readParts(company, taken.id(), askedBy));
                return receipt;
            } catch (TransientDataAccessException e) {
                // Nothing is wrong with the document: it stays where it was and is taken up again.
                throw e;
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                return quarantined(id, e);
            }
        });
    }

    private Optional<Receipt> quarantined(DocumentId id, Throwable failure) {
        try (LoggedDocument about = LoggedDocument.of(id.value())) {
            return Optional.of(quarantineReceived.quarantine(id, reason(id, failure)));
        }
    }

    /** What it contains is kept by now; whatever fails here, the job takes it up. */
    private void readParts(CompanyId company, DocumentId container, @Nullable Actor askedBy) {
        for (DocumentView part : parts.of(container)) {
            if (part.state() == DocumentState.RECEIVED && part.number() == null) {
                try {
                    read(company, part.id(), TakeUpDocument.Claim.IF_FREE, askedBy);
                } catch (RuntimeException e) {
                    LOG.warn("Document {} out of {} waits for the job", part.id(), container, e);
                }
            }
        }
    }

    private static QuarantineReason reason(DocumentId id, Throwable failure) {
        if (failure instanceof UnreadableContent unreadable) {
            return new QuarantineReason(unreadable.rule(), texts(unreadable.args()));
        }
        if (failure instanceof RuleViolation violation) {
            return new QuarantineReason(violation.rule(), texts(violation.args()));
        }
        LOG.error("Document {} could not be read", id, failure);
        return new QuarantineReason("intake.failed", List.of(failure.getClass().getSimpleName()));
    }

    private static List<String> texts(List<Object> args) {
        return args.stream().map(String::valueOf).toList();
    }
}
