package io.simbaerp.party;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Confirms a partner's bank account as a second person, after checking it with the partner. */
@UseCase(Duty.CONFIRM_BANK_ACCOUNT)
public class ConfirmBankAccount {

    private final BankAccounts accounts;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ConfirmBankAccount(
            BankAccounts accounts, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Confirms the account.
     *
     * @throws io.simbaerp.architecture.RuleViolation bank-account.own-proposal, bank-account.confirmed-already,
     *     bank-account.withdrawn-already, bank-account.confirmed-by-people-only
     */
    public void confirm(UUID accountId) {
        BankAccount account = accounts.lockById(accountId).orElseThrow(() -> new NotFound("bank-account", accountId));
        Instant now = clock.instant();
        account.confirm(currentActor.get(), now);
        accounts.flush();
        events.publishEvent(new BankAccountConfirmed(
                currentActor.company(), currentActor.actor(), now, account.party(), accountId, account.document()));
    }
}
