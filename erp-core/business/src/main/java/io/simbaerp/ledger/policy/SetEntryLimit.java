package io.simbaerp.ledger.policy;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.money.Money;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says above which sum a second person approves an entry made by hand, or that nobody needs to. */
@UseCase(Duty.MAINTAIN_LEDGER)
public class SetEntryLimit {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SetEntryLimit(
            JdbcClient jdbc,
            CurrentActor currentActor,
            CurrentCompany currentCompany,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
        this.clock = clock;
        this.events = events;
    }

    /** @throws RuleViolation book-policy.limit-wrong */
    public void set(@Nullable Money limit) {
        if (limit == null) {
            jdbc.sql("delete from ledger.entry_limit where company_id = ?")
                    .param(currentActor.company().value())
                    .update();
        } else {
            keep(limit);
        }
        events.publishEvent(new BookPolicySet(currentActor.company(), currentActor.actor(), clock.instant()));
    }

    private void keep(Money limit) {
        if (limit.isNegative() || !limit.currency().equals(currentCompany.get().baseCurrency())) {
            throw RuleViolation.ofField("entryLimit", "book-policy.limit-wrong");
        }
        jdbc.sql("""
                        insert into ledger.entry_limit as kept (company_id, amount) values (:company, :amount)
                        on conflict (company_id)
                           do update set amount = excluded.amount, version = kept.version + 1
                           where kept.amount <> excluded.amount""")
                .param("company", currentActor.company().value())
                .param("amount", limit.rounded().amount())
                .update();
    }
}
