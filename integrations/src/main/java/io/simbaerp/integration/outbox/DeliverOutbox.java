package io.simbaerp.integration.outbox;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Delivers the company's waiting messages, oldest first. A message another node is delivering is left to it. What fails
 * is tried again later and later, ten times, and then waits for a person.
 */
@UseCase(Duty.OPERATE_CONNECTOR)
public class DeliverOutbox {

    private static final int AT_ONCE = 50;
    private static final int ATTEMPTS = 10;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final List<OutboxDelivery> deliveries;
    private final Clock clock;

    DeliverOutbox(JdbcClient jdbc, CurrentActor currentActor, List<OutboxDelivery> deliveries, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** How many messages were delivered. */
    public int deliver() {
        UUID company = currentActor.company().value();
        List<OutboxMessage> due = jdbc.sql("""
                        select id, kind, subject_kind, subject_id, happened_at, attempts
                          from integration.outbox_message
                         where company_id = ? and state = 'WAITING' and next_attempt_at <= ?::timestamptz
                         order by next_attempt_at, id limit ? for update skip locked""")
                .params(company, clock.instant().toString(), AT_ONCE)
                .query(DeliverOutbox::message)
                .list();
        return (int) due.stream().filter(message -> deliver(company, message)).count();
    }

    private boolean deliver(UUID company, OutboxMessage message) {
        Instant now = clock.instant();
        try {
            deliveryOf(message.kind()).deliver(message);
            jdbc.sql("""
                            update integration.outbox_message
                               set state = 'DELIVERED', attempts = attempts + 1, delivered_at = ?::timestamptz,
                                   last_error = null
                             where company_id = ? and id = ?""").params(now.toString(), company, message.id()).update();
            return true;
        } catch (RuntimeException e) {
            int attempts = message.attempts() + 1;
            Instant next = now.plus(Duration.ofSeconds(10).multipliedBy(1L << Math.min(attempts, 10)));
            jdbc.sql("""
                            update integration.outbox_message
                               set state = ?, attempts = ?, next_attempt_at = ?::timestamptz, last_error = ?
                             where company_id = ? and id = ?""")
                    .params(
                            attempts < ATTEMPTS ? "WAITING" : "FAILED",
                            attempts,
                            next.toString(),
                            String.valueOf(e.getMessage()),
                            company,
                            message.id())
                    .update();
            return false;
        }
    }

    private OutboxDelivery deliveryOf(String kind) {
        return deliveries.stream()
                .filter(delivery -> delivery.takes(kind))
                .findFirst()
                .orElseThrow();
    }

    private static OutboxMessage message(ResultSet row, int n) throws SQLException {
        return new OutboxMessage(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("subject_kind"),
                row.getObject("subject_id", UUID.class),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }
}
