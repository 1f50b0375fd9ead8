package io.simbaerp.audit;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Keeps in a company's trail who signed in or out, and who tried and was refused. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class RecordSignIn {

    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecordSignIn(CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** What came of it. */
    public enum Outcome {
        SIGNED_IN,
        SIGNED_OUT,
        REFUSED
    }

    /**
     * Keeps one attempt. Who was refused has proved nothing, so a refusal names the account and no person.
     *
     * @param user whose account it was, or null if there is none of that name
     * @param rule for a refusal: why
     */
    public void record(@Nullable UUID user, Outcome outcome, @Nullable String rule) {
        Subject subject =
                user == null ? new Subject("company", currentActor.company().value()) : new Subject("user", user);
        if (user == null || outcome == Outcome.REFUSED) {
            events.publishEvent(new AccessRefused(
                    currentActor.company(),
                    Actor.system("sign-in"),
                    null,
                    clock.instant(),
                    subject,
                    List.of(),
                    "sign-in-refused",
                    String.valueOf(rule)));
            return;
        }
        Actor person = Actor.person(user);
        events.publishEvent(
                outcome == Outcome.SIGNED_IN
                        ? new SignedIn(currentActor.company(), person, clock.instant(), user)
                        : new SignedOut(currentActor.company(), person, clock.instant(), user));
    }
}
