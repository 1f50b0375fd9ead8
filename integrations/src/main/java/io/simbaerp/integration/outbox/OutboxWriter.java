package io.simbaerp.integration.outbox;

import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.NewId;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a message for partners in the transaction of the event it tells of. */
@Component
class OutboxWriter {

    /** The events partners hear of. */
    private static final Set<String> TOLD =
            Set.of("purchase-invoice-posted", "purchase-invoice-rejected", "payment-run-released");

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxWriter(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void write(BusinessEvent event) {
        if (!TOLD.contains(event.name())) {
            return;
        }
        jdbc.sql("""
                        insert into integration.outbox_message
                               (company_id, id, kind, subject_kind, subject_id, happened_at, next_attempt_at)
                        values (?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz)""")
                .params(
                        event.company().value(),
                        NewId.at(clock),
                        event.name(),
                        event.subject().kind(),
                        event.subject().id(),
                        event.at().toString(),
                        clock.instant().toString())
                .update();
    }
}
