package io.simbaerp.ledger.account;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Changes what is said of an account, closes it by its last day or opens it again; never its number. */
@UseCase(Duty.MAINTAIN_LEDGER)
public class ChangeAccount {

    private final AccountRows rows;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ChangeAccount(AccountRows rows, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Takes the change over, if nobody changed the account since the version it was read in.
     *
     * @throws NotFound if there is no account with this number
     * @throws Conflict account.changed-meanwhile
     * @throws io.simbaerp.architecture.RuleViolation of account: name-missing, control-wrong, currency-unknown,
     *     marker-wrong, days-out-of-order, parent-unknown, has-others-below, below-itself, in-use, entries-outside
     */
    public void change(int version, AccountDraft draft) {
        AccountRows.check(draft);
        UUID id = rows.id(draft.code()).orElseThrow(() -> new NotFound("account", draft.code()));
        if (!rows.update(id, version, draft)) {
            throw new Conflict("account.changed-meanwhile");
        }
        events.publishEvent(new AccountChanged(currentActor.company(), currentActor.actor(), clock.instant(), id));
    }
}
