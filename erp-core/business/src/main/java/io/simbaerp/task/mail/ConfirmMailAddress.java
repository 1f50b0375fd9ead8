package io.simbaerp.task.mail;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** A person enters the code sent to their address: from then on mail goes there. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class ConfirmMailAddress {

    private final MailAddresses addresses;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConfirmMailAddress(
            MailAddresses addresses, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.addresses = addresses;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** What came of it: a wrong code is returned, not thrown, since the attempt is to be counted. */
    public enum Outcome {
        CONFIRMED,
        WRONG,
        /** It is too late, or was tried too often: another code is needed. */
        OVER;

        /** @throws RuleViolation mail.code-wrong, mail.code-over */
        public void require() {
            if (this == WRONG) {
                throw RuleViolation.ofField("code", "mail.code-wrong");
            }
            if (this == OVER) {
                throw RuleViolation.ofField("code", "mail.code-over");
            }
        }
    }

    /** The code as it was entered; spaces don't matter. */
    public Outcome confirm(@Nullable String entered) {
        UUID person = currentActor.actor().userId().orElseThrow(() -> new RuleViolation("notice.of-person"));
        Optional<MailAddresses.Attempt> attempt = addresses.attempt(person);
        if (attempt.isEmpty()) {
            return Outcome.OVER;
        }
        String code = entered == null ? "" : entered.replaceAll("\\s", "");
        if (!MessageDigest.isEqual(bytes(attempt.get().code()), bytes(code))) {
            return Outcome.WRONG;
        }
        if (!addresses.confirm(person, attempt.get().address())) {
            return Outcome.OVER;
        }
        events.publishEvent(
                new MailAddressConfirmed(currentActor.company(), currentActor.actor(), clock.instant(), person));
        return Outcome.CONFIRMED;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
