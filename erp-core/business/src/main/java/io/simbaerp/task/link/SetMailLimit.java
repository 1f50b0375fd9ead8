package io.simbaerp.task.link;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sets up to which amount tasks are decided by a link in mail without signing in. */
@UseCase(Duty.ADMINISTER)
public class SetMailLimit {

    private static final BigDecimal MOST = new BigDecimal("100000000");

    private static final int MOST_DECIMALS = 10;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SetMailLimit(JdbcClient jdbc, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param amount in the company's currency; nothing is decided without signing in where it is 0
     * @throws RuleViolation mail-link.limit-wrong
     */
    public void set(@Nullable BigDecimal amount) {
        if (amount == null || amount.signum() < 0 || amount.compareTo(MOST) > 0 || amount.scale() > MOST_DECIMALS) {
            throw RuleViolation.ofField("amount", "mail-link.limit-wrong");
        }
        jdbc.sql("""
                        insert into task.mail_limit (company_id, amount) values (?, ?)
                        on conflict (company_id) do update set amount = excluded.amount""")
                .params(currentActor.company().value(), amount.setScale(2, RoundingMode.DOWN))
                .update();
        events.publishEvent(new MailLimitSet(currentActor.company(), currentActor.actor(), clock.instant()));
    }
}
