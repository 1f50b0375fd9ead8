package io.simbaerp.company.bankaccount;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Changes how an own account is called, how its bank wants files, or whether it is paid from; never its number. */
@UseCase(Duty.MAINTAIN_OWN_ACCOUNT)
public class ChangeOwnAccount {

    private final OwnAccountRows rows;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ChangeOwnAccount(OwnAccountRows rows, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * What may be changed of an account.
     *
     * @param version the version that was read
     */
    public record Change(int version, String name, @Nullable String bic, BankProfile profile, boolean active) {}

    /**
     * Takes the change over, if nobody changed the account since the version it was read in.
     *
     * @throws Conflict own-account.changed-meanwhile
     * @throws io.simbaerp.architecture.RuleViolation own-account.name-missing, own-account.bic-wrong,
     *     own-account.service-level-wrong, own-account.split-title-incomplete
     */
    public void change(@About("own-account") UUID id, Change change) {
        OwnAccountView known = rows.byId(id).orElseThrow(() -> new NotFound("own-account", id));
        OwnAccountDraft draft = OwnAccountRules.checked(new OwnAccountDraft(
                change.name(), known.iban(), known.currency().code(), change.bic(), change.profile()));
        if (!rows.update(id, change.version(), draft, change.active())) {
            throw new Conflict("own-account.changed-meanwhile");
        }
        events.publishEvent(new OwnAccountChanged(currentActor.company(), currentActor.actor(), clock.instant(), id));
    }
}
