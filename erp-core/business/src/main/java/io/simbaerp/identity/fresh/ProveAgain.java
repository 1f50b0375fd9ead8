package io.simbaerp.identity.fresh;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Origin;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.identity.pace.SignInPace;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Somebody who is signed in enters the password again, so that what asks for it may be done in the minutes that follow. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class ProveAgain {

    private final FreshSignIn freshSignIn;
    private final SignInPace pace;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProveAgain(
            FreshSignIn freshSignIn,
            SignInPace pace,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.freshSignIn = freshSignIn;
        this.pace = pace;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What came of it: a wrong password is returned, not thrown, since the attempt is to be counted.
     *
     * @param pause how long the next attempt has to wait, after too many of them
     */
    public record Outcome(boolean proved, Duration pause) {

        /** @throws RuleViolation sign-in.wait, sign-in.password-wrong */
        public void require() {
            if (!pause.isZero()) {
                throw RuleViolation.ofField("password", "sign-in.wait", pause.toSeconds());
            }
            if (!proved) {
                throw RuleViolation.ofField("password", "sign-in.password-wrong");
            }
        }
    }

    /** Wrong attempts slow down as they do where people sign in. */
    public Outcome prove(@Nullable String password) {
        UUID person = currentActor
                .actor()
                .userId()
                .orElseThrow(() -> RuleViolation.ofField("password", "sign-in.password-wrong"));
        String name = "again " + person;
        String place =
                Objects.requireNonNullElse(Origin.of(currentActor.actor()).address(), "");
        Optional<Duration> wait = pace.wait(name, place);
        if (wait.isPresent()) {
            return new Outcome(false, wait.get());
        }
        if (!freshSignIn.prove(person, Objects.requireNonNullElse(password, ""))) {
            return new Outcome(false, Duration.ZERO);
        }
        pace.succeeded(name, place);
        events.publishEvent(new ProvedAgain(currentActor.company(), currentActor.actor(), clock.instant(), person));
        return new Outcome(true, Duration.ZERO);
    }
}
