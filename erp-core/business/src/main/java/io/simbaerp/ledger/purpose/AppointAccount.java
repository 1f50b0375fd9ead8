package io.simbaerp.ledger.purpose;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.ledger.AccountType;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;

/** Chooses the account for a purpose. */
@UseCase(Duty.MAINTAIN_LEDGER)
public class AppointAccount {

    private final PurposeRows rows;
    private final ChartOfAccounts chart;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AppointAccount(
            PurposeRows rows,
            ChartOfAccounts chart,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.chart = chart;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Takes this account from now on.
     *
     * @throws RuleViolation account-purpose.account-unknown, account-purpose.account-misfits
     */
    public void appoint(AccountPurpose purpose, String code) {
        AccountView account = chart.find(code.strip())
                .orElseThrow(
                        () -> RuleViolation.ofField(purpose.word(), "account-purpose.account-unknown", code.strip()));
        if (!account.postable()
                || account.control() != null
                || account.currency() != null
                || !fits(purpose, account.type())) {
            throw RuleViolation.ofField(purpose.word(), "account-purpose.account-misfits", account.code());
        }
        rows.appoint(purpose, account.id());
        events.publishEvent(
                new AccountAppointed(currentActor.company(), currentActor.actor(), clock.instant(), account.id()));
    }

    private static boolean fits(AccountPurpose purpose, AccountType type) {
        return switch (purpose) {
            case EXCHANGE_GAIN, EXCHANGE_LOSS -> type == AccountType.REVENUE || type == AccountType.EXPENSE;
            case REVALUATION_GAIN, REVALUATION_LOSS ->
                type == AccountType.REVENUE || type == AccountType.EXPENSE || type == AccountType.EQUITY;
            case YEAR_RESULT -> type == AccountType.EQUITY;
        };
    }
}
