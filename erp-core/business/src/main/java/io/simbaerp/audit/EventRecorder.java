package io.simbaerp.audit;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.Subject;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what happened into the trail, in the transaction in which it happens. It listens before all others, so that
 * what they cause in turn stands after it.
 */
@Component
class EventRecorder {

    /** Nothing is read back: what happened may be out of the sight of whoever did it by now. */
    private static final String TELL = """
            with happened as (
                insert into audit.business_event
                       (company_id, id, at, actor, on_behalf_of, name, subject_kind, subject_id, reason,
                        outcome, channel, address, session, work)
                values (:company, :id, :at, :actor, :onBehalfOf, :name, :kind, :subject, :reason, :outcome,
                        coalesce(audit.acting(2), 'SYSTEM'), audit.acting(3), audit.acting(4),
                        audit.acting(5)::uuid))
            insert into audit.event_subject (company_id, event_id, subject_kind, subject_id)
            select :company, :id, s.kind, s.subject_id from unnest(:kinds, :subjects) s (kind, subject_id)""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    EventRecorder(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(BusinessEvent event) {
        UUID id = NewId.at(clock);
        Actor onBehalfOf = event instanceof OnBehalf delegated ? delegated.onBehalfOf() : actedFor(event);
        Set<Subject> subjects = new LinkedHashSet<>();
        subjects.add(event.subject());
        subjects.addAll(event.concerns());
        jdbc.sql(TELL)
                .param("company", event.company().value())
                .param("id", id)
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .param("actor", event.actor().toString())
                .param("onBehalfOf", text(onBehalfOf), Types.VARCHAR)
                .param("name", event.name())
                .param("kind", event.subject().kind())
                .param("subject", event.subject().id())
                .param(
                        "reason",
                        event instanceof WithReason given ? given.reason() : GivenReasons.current(),
                        Types.VARCHAR)
                .param("outcome", event instanceof Refused ? "REFUSED" : "DONE")
                .param("kinds", subjects.stream().map(Subject::kind).toArray(String[]::new))
                .param("subjects", subjects.stream().map(Subject::id).toArray(UUID[]::new))
                .update();
    }

    /** Whoever acts for a colleague does so in all they do. */
    private @Nullable Actor actedFor(BusinessEvent event) {
        return currentActor
                .find()
                .filter(acting -> acting.actor().equals(event.actor()))
                .map(Acting::onBehalfOf)
                .map(Actor::person)
                .orElse(null);
    }

    private static @Nullable String text(@Nullable Actor actor) {
        return actor == null ? null : actor.toString();
    }
}
