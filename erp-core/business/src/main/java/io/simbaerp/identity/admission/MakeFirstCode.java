package io.simbaerp.identity.admission;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** A new code for somebody who lost theirs before a password was chosen. Afterwards there is none any more. */
@UseCase(Duty.ADMINISTER)
public class MakeFirstCode {

    private final PersonalCodes codes;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MakeFirstCode(PersonalCodes codes, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.codes = codes;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** @throws NotFound if this company has let nobody in who still waits to choose */
    public IssuedCode make(@About("user") UUID user) {
        UUID company = currentActor.company().value();
        if (!codes.waits(user, company)) {
            throw new NotFound("user", user);
        }
        IssuedCode code = codes.make(user, PersonalCodes.Purpose.FIRST_PASSWORD, company);
        events.publishEvent(new FirstCodeMade(currentActor.company(), currentActor.actor(), clock.instant(), user));
        return code;
    }
}
