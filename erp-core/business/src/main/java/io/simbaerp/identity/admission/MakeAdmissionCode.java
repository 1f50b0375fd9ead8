package io.simbaerp.identity.admission;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Makes the code with which another company may admit the person; an earlier one stops being good. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class MakeAdmissionCode {

    private final PersonalCodes codes;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MakeAdmissionCode(PersonalCodes codes, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.codes = codes;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** @throws RuleViolation user.code-of-people-only */
    public IssuedCode make() {
        UUID user = currentActor.actor().userId().orElseThrow(() -> new RuleViolation("user.code-of-people-only"));
        IssuedCode code = codes.make(user, PersonalCodes.Purpose.ADMIT, null);
        events.publishEvent(new AdmissionCodeMade(currentActor.company(), currentActor.actor(), clock.instant(), user));
        return code;
    }
}
