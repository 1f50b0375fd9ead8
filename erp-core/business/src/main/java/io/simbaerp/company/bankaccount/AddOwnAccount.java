package io.simbaerp.company.bankaccount;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Adds one of the company's own bank accounts, to be paid from. */
@UseCase(Duty.MAINTAIN_OWN_ACCOUNT)
public class AddOwnAccount {

    private final OwnAccountRows rows;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AddOwnAccount(OwnAccountRows rows, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Adds it.
     *
     * @throws Conflict own-account.known-already
     * @throws io.simbaerp.architecture.RuleViolation own-account.name-missing, own-account.iban-wrong,
     *     own-account.currency-unknown, own-account.bic-wrong, own-account.service-level-wrong,
     *     own-account.split-title-incomplete
     */
    public UUID add(OwnAccountDraft draft) {
        OwnAccountDraft checked = OwnAccountRules.checked(draft);
        UUID id = NewId.at(clock);
        if (!rows.insert(id, checked)) {
            throw new Conflict("own-account.known-already", checked.iban());
        }
        events.publishEvent(new OwnAccountAdded(currentActor.company(), currentActor.actor(), clock.instant(), id));
        return id;
    }
}
