package io.simbaerp.archive;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Has an original looked at by every scanner there is. What one of them flags, or could not look at, is locked: it stays
 * in the archive, and nobody downloads it.
 */
@UseCase(Duty.RECEIVE_DOCUMENT)
public class ScanOriginal {

    private final List<ContentScanner> scanners;
    private final Locks locks;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ScanOriginal(
            List<ContentScanner> scanners,
            Locks locks,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.scanners = scanners;
        this.locks = locks;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Looks at it, and locks it or sets it free.
     *
     * @param content of the original with this hash
     * @return why it is locked, or nothing
     */
    public Optional<Lock> scan(String sha256, byte[] content) {
        Optional<Lock> before = locks.of(sha256);
        Optional<Lock> now = scanned(content);
        if (now.equals(before)) {
            return now;
        }
        now.ifPresentOrElse(lock -> locks.keep(sha256, lock), () -> locks.release(sha256));
        events.publishEvent(new OriginalScanned(
                currentActor.company(),
                currentActor.actor(),
                clock.instant(),
                locks.original(sha256),
                now.isPresent()));
        return now;
    }

    private Optional<Lock> scanned(byte[] content) {
        Optional<Lock> notAsked = Optional.empty();
        for (ContentScanner scanner : scanners) {
            try {
                Optional<String> threat = scanner.threatIn(content);
                if (threat.isPresent()) {
                    return Optional.of(new Lock(scanner.name(), threat.get()));
                }
            } catch (ScannerUnavailable unavailable) {
                notAsked = Optional.of(new Lock(scanner.name(), null));
            }
        }
        return notAsked;
    }
}
