package io.simbaerp.identity.substitution;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Begins to act for a colleague: what is seen and done from here on is that person's work. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class ActForColleague {

    private final Substitutions substitutions;
    private final OwnName ownName;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ActForColleague(
            Substitutions substitutions,
            OwnName ownName,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.substitutions = substitutions;
        this.ownName = ownName;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The substitution by which it is done.
     *
     * @throws NotFound if the person is nobody's substitute by it
     * @throws RuleViolation substitution.acting-for-another, substitution.does-not-work
     */
    public SubstitutionView begin(UUID id) {
        SubstitutionView substitution = substitutions
                .byId(id)
                .filter(each -> currentActor
                        .actor()
                        .userId()
                        .filter(each.substitute()::equals)
                        .isPresent())
                .orElseThrow(() -> new NotFound("substitution", id));
        ownName.require();
        if (substitution.state() != SubstitutionView.State.WORKS || substitution.mode() != SubstitutionMode.WORK) {
            throw new RuleViolation("substitution.does-not-work", substitution.personName());
        }
        events.publishEvent(new ActingForColleagueBegun(
                currentActor.company(),
                currentActor.actor(),
                clock.instant(),
                substitution.person(),
                substitution.substitute()));
        return substitution;
    }
}
