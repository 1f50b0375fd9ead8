package io.simbaerp.ledger.assertion;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.money.Money;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says what the balance of an account is at the end of a day. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class AssertBalance {

    /** The accounts and the currency they are kept in. */
    @Component
    record Books(ChartOfAccounts chart, CurrentCompany company) {}

    private final Books books;
    private final AssertionRows rows;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AssertBalance(
            Books books,
            AssertionRows rows,
            JdbcClient jdbc,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.books = books;
        this.rows = rows;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Keeps the assertion, and checks it at once.
     *
     * @param balance debit less credit, in the company's currency
     * @param source where it is known from, such as the number of a bank statement
     * @throws RuleViolation of assertion: account-unknown, currency-foreign, amount-unrounded
     * @throws Conflict assertion.stands-already
     */
    public UUID say(String account, LocalDate day, Money balance, @Nullable String source) {
        AccountView known = books.chart()
                .find(account.strip())
                .orElseThrow(() -> RuleViolation.ofField("account", "assertion.account-unknown", account.strip()));
        if (!balance.currency().equals(books.company().get().baseCurrency())) {
            throw RuleViolation.ofField(
                    "balance",
                    "assertion.currency-foreign",
                    books.company().get().baseCurrency());
        }
        if (balance.compareTo(balance.rounded()) != 0) {
            throw RuleViolation.ofField("balance", "assertion.amount-unrounded", balance);
        }
        UUID id = NewId.at(clock);
        if (!insert(id, known, day, balance, source)) {
            throw new Conflict("assertion.stands-already", known.code(), day);
        }
        rows.check(id);
        events.publishEvent(
                new BalanceAsserted(currentActor.company(), currentActor.actor(), clock.instant(), known.id()));
        return id;
    }

    private boolean insert(UUID id, AccountView account, LocalDate day, Money balance, @Nullable String source) {
        return jdbc.sql("""
                        insert into ledger.balance_assertion
                               (company_id, id, account_id, day, balance, source, recorded_at, recorded_by)
                        values (:company, :id, :account, :day, :balance, :source, :at::timestamptz, :by)
                        on conflict do nothing""")
                        .param("company", currentActor.company().value())
                        .param("id", id)
                        .param("account", account.id())
                        .param("day", day)
                        .param("balance", balance.amount())
                        .param("source", source == null || source.isBlank() ? null : source.strip(), Types.VARCHAR)
                        .param("at", clock.instant().toString())
                        .param("by", currentActor.actor().toString())
                        .update()
                == 1;
    }
}
