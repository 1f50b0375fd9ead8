package io.simbaerp.party;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.party.approval.AccountApproval;
import io.simbaerp.party.approval.AccountContents;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Confirms a partner's bank account in the name of the second person who approved it. Without a stored approval of exactly what
 * the account is now it stays unconfirmed, whoever asks: a person, or a process that was changed.
 */
@UseCase(Duty.CONFIRM_BANK_ACCOUNT)
public class ConfirmBankAccount {

    private final BankAccounts accounts;
    private final AccountContents contents;
    private final AccountApproval approval;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ConfirmBankAccount(
            BankAccounts accounts,
            AccountContents contents,
            AccountApproval approval,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.contents = contents;
        this.approval = approval;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** What came of it. */
    public enum Outcome {
        CONFIRMED,
        /** Nobody asked has approved the account as it stands now. */
        NOT_APPROVED,
        /** It was withdrawn meanwhile. */
        WITHDRAWN
    }

    /**
     * Confirming what is confirmed already changes nothing.
     *
     * @throws io.simbaerp.architecture.NotFound of the account
     */
    public Outcome confirm(@About("bank-account") UUID accountId) {
        AccountContents.Content content = contents.of(accountId);
        BankAccount account = accounts.lockById(accountId).orElseThrow();
        if (content.state() != AccountContents.State.PROPOSED) {
            return content.state() == AccountContents.State.CONFIRMED ? Outcome.CONFIRMED : Outcome.WITHDRAWN;
        }
        Optional<UUID> approver = approval.approver(accountId, content.hash());
        if (approver.isEmpty()) {
            return Outcome.NOT_APPROVED;
        }
        Instant now = clock.instant();
        account.confirm(Actor.person(approver.get()), now);
        accounts.flush();
        events.publishEvent(new BankAccountConfirmed(
                currentActor.company(), currentActor.actor(), now, account.party(), accountId, account.document()));
        return Outcome.CONFIRMED;
    }
}
