package io.simbaerp.party.withdrawal;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.party.PartyId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Withdraws a partner's bank account, proposed or confirmed: nothing is paid to it from now on. What was never confirmed the
 * system withdraws too, when nobody decided about it in time.
 */
@UseCase(Duty.CONFIRM_BANK_ACCOUNT)
public class WithdrawBankAccount {

    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    WithdrawBankAccount(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @throws NotFound if the partner has no such account
     * @throws RuleViolation bank-account.reason-missing, bank-account.reason-too-long, bank-account.withdrawn-already,
     *     bank-account.withdrawn-by-people-only
     */
    public void withdraw(PartyId party, UUID accountId, @Nullable String reason) {
        Found account = found(party, accountId);
        if (reason == null || reason.isBlank()) {
            throw RuleViolation.ofField("reason", "bank-account.reason-missing");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw RuleViolation.ofField("reason", "bank-account.reason-too-long", LONGEST_REASON);
        }
        if (!mayWithdraw(account)) {
            throw new RuleViolation("bank-account.withdrawn-by-people-only");
        }
        if (account.withdrawn()) {
            throw new RuleViolation("bank-account.withdrawn-already");
        }
        Instant now = clock.instant();
        mark(accountId, reason.strip(), now);
        events.publishEvent(
                new BankAccountWithdrawn(currentActor.company(), currentActor.actor(), now, party, accountId));
    }

    /** Whether it was withdrawn and confirmed before. */
    private record Found(boolean withdrawn, boolean confirmed) {}

    private boolean mayWithdraw(Found account) {
        return switch (currentActor.actor().kind()) {
            case PERSON -> true;
            case SYSTEM -> !account.confirmed();
            case PROCESS, ROUTE -> false;
        };
    }

    private void mark(UUID accountId, String reason, Instant now) {
        jdbc.sql("""
                        update party.bank_account
                           set withdrawn_by = :by, withdrawn_at = :at, withdrawal_reason = :reason, version = version + 1
                         where company_id = :company and id = :id""")
                .param("by", currentActor.actor().toString())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("company", currentActor.company().value())
                .param("id", accountId)
                .update();
    }

    private Found found(PartyId party, UUID accountId) {
        return jdbc.sql("""
                        select withdrawn_at is not null as withdrawn, confirmed_at is not null as confirmed
                          from party.bank_account
                         where company_id = :company and party_id = :party and id = :id for update""")
                .param("company", currentActor.company().value())
                .param("party", party.value())
                .param("id", accountId)
                .query((row, number) -> new Found(row.getBoolean("withdrawn"), row.getBoolean("confirmed")))
                .optional()
                .orElseThrow(() -> new NotFound("bank-account", accountId));
    }
}
