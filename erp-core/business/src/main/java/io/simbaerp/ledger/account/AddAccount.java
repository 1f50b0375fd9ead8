package io.simbaerp.ledger.account;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Adds an account to the chart. */
@UseCase(Duty.MAINTAIN_LEDGER)
public class AddAccount {

    private final AccountRows rows;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AddAccount(AccountRows rows, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Adds the account.
     *
     * @throws io.simbaerp.architecture.RuleViolation of account: code-wrong, code-taken, name-missing, control-wrong,
     *     currency-unknown, marker-wrong, days-out-of-order, parent-unknown, has-others-below
     */
    public UUID add(AccountDraft draft) {
        AccountRows.check(draft);
        UUID id = NewId.at(clock);
        rows.insert(id, draft);
        events.publishEvent(new AccountAdded(currentActor.company(), currentActor.actor(), clock.instant(), id));
        return id;
    }
}
