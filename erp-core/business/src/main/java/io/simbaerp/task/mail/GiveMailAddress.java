package io.simbaerp.task.mail;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.identity.fresh.FreshSignIn;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/**
 * A person says where mail to them goes, or that none is to come. The code sent there shows that it is theirs. It asks for
 * the password again, since whoever gets the mail can decide by it.
 */
@UseCase(Duty.BELONG_TO_COMPANY)
public class GiveMailAddress {

    private static final int LONGEST = 254;
    private static final Duration LIFE_OF_CODE = Duration.ofHours(1);

    /** So that nobody fills other people's mailboxes with codes. */
    private static final Duration BETWEEN_CODES = Duration.ofMinutes(1);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private final MailAddresses addresses;
    private final MailBook book;
    private final MailSetup setup;
    private final FreshSignIn freshSignIn;
    private final CurrentActor currentActor;
    private final Announcing announcing;

    GiveMailAddress(
            MailAddresses addresses,
            MailBook book,
            MailSetup setup,
            FreshSignIn freshSignIn,
            CurrentActor currentActor,
            Announcing announcing) {
        this.addresses = addresses;
        this.book = book;
        this.setup = setup;
        this.freshSignIn = freshSignIn;
        this.currentActor = currentActor;
        this.announcing = announcing;
    }

    /** How it is told. */
    @org.springframework.stereotype.Component
    record Announcing(ApplicationEventPublisher events, Clock clock) {}

    /** @throws RuleViolation mail.not-set-up, mail.address-wrong, mail.code-soon, sign-in.not-fresh */
    public void give(@Nullable String entered) {
        UUID person = currentActor.actor().userId().orElseThrow(() -> new RuleViolation("notice.of-person"));
        freshSignIn.require();
        String address = entered == null ? "" : entered.strip();
        Instant now = announcing.clock().instant();
        if (address.isEmpty()) {
            book.dropCodes(person, now);
            addresses.remove(person);
        } else {
            if (!setup.ready()) {
                throw RuleViolation.ofField("address", "mail.not-set-up");
            }
            if (address.length() > LONGEST || !ADDRESS.matcher(address).matches()) {
                throw RuleViolation.ofField("address", "mail.address-wrong");
            }
            addresses.keep(
                    person,
                    address,
                    String.format(Locale.ROOT, "%08d", RANDOM.nextInt(100_000_000)),
                    now.plus(LIFE_OF_CODE));
            // Now that the address is locked, two who ask at once see each other.
            if (book.codeSince(person, now.minus(BETWEEN_CODES))) {
                throw RuleViolation.ofField("address", "mail.code-soon");
            }
            book.code(person, now);
        }
        announcing
                .events()
                .publishEvent(new MailAddressGiven(currentActor.company(), currentActor.actor(), now, person));
    }
}
