package io.simbaerp.audit;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.Subject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes what happened into the trail, in the transaction in which it happens: told in the order in which it happens, all
 * of it by one statement just before the transaction is committed. It listens before all others, so that what they cause
 * in turn stands after it.
 */
@Component
class EventRecorder {

    /** Nothing is read back: what happened may be out of the sight of whoever did it by now. */
    private static final String TELL = """
            with told as materialized (
                select * from unnest(:ids, :moments::timestamptz[], :actors, :behalves, :names, :kinds, :subjects,
                                     :reasons, :outcomes)
                         with ordinality as t (id, at, actor, on_behalf_of, name, kind, subject, reason, outcome, place)
            ), happened as (
                insert into audit.business_event
                       (company_id, id, at, actor, on_behalf_of, name, subject_kind, subject_id, reason,
                        outcome, channel, address, session, work)
                select :company, t.id, t.at, t.actor, t.on_behalf_of, t.name, t.kind, t.subject, t.reason, t.outcome,
                       coalesce(audit.acting(2), 'SYSTEM'), audit.acting(3), audit.acting(4), audit.acting(5)::uuid
                  from told t order by t.place)
            insert into audit.event_subject (company_id, event_id, subject_kind, subject_id)
            select :company, s.event, s.kind, s.subject
              from unnest(:events, :concernedKinds, :concerned) s (event, kind, subject)""";

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
        Happened happened = happened(event);
        Told told = (Told) TransactionSynchronizationManager.getResource(this);
        if (told == null) {
            told = new Told(event.company());
            TransactionSynchronizationManager.bindResource(this, told);
            TransactionSynchronizationManager.registerSynchronization(told);
        }
        told.add(happened);
    }

    private Happened happened(BusinessEvent event) {
        Actor onBehalfOf = event instanceof OnBehalf delegated ? delegated.onBehalfOf() : actedFor(event);
        Set<Subject> subjects = new LinkedHashSet<>();
        subjects.add(event.subject());
        subjects.addAll(event.concerns());
        return new Happened(
                NewId.at(clock),
                event,
                text(onBehalfOf),
                event instanceof WithReason given ? given.reason() : GivenReasons.current(),
                List.copyOf(subjects));
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

    private void write(CompanyId company, List<Happened> all) {
        List<Concerned> concerned = concerned(all);
        jdbc.sql(TELL)
                .param("company", company.value())
                .param("ids", ids(all, Happened::id))
                .param("moments", words(all, one -> one.event().at().toString()))
                .param("actors", words(all, one -> one.event().actor().toString()))
                .param("behalves", words(all, Happened::onBehalfOf))
                .param("names", words(all, one -> one.event().name()))
                .param("kinds", words(all, one -> one.event().subject().kind()))
                .param("subjects", ids(all, one -> one.event().subject().id()))
                .param("reasons", words(all, Happened::reason))
                .param("outcomes", words(all, one -> one.event() instanceof Refused ? "REFUSED" : "DONE"))
                .param("events", ids(concerned, Concerned::event))
                .param("concernedKinds", words(concerned, one -> one.subject().kind()))
                .param("concerned", ids(concerned, one -> one.subject().id()))
                .update();
    }

    private static List<Concerned> concerned(List<Happened> all) {
        return all.stream()
                .flatMap(one -> one.subjects().stream().map(subject -> new Concerned(one.id(), subject)))
                .toList();
    }

    private static <T> UUID[] ids(List<T> all, Function<T, UUID> id) {
        return all.stream().map(id).toArray(UUID[]::new);
    }

    private static <T> @Nullable String[] words(List<T> all, Function<T, @Nullable String> word) {
        return all.stream().map(word).toArray(String[]::new);
    }

    /** An event with what only the moment knows in which it happens. */
    private record Happened(
            UUID id,
            BusinessEvent event,
            @Nullable String onBehalfOf,
            @Nullable String reason,
            List<Subject> subjects) {}

    private record Concerned(UUID event, Subject subject) {}

    /** What happened in one transaction so far. */
    private final class Told implements TransactionSynchronization {

        private final CompanyId company;
        private final List<Happened> untold = new ArrayList<>();
        private boolean ending;

        Told(CompanyId company) {
            this.company = company;
        }

        void add(Happened happened) {
            if (!happened.event().company().equals(company)) {
                throw new IllegalStateException("A transaction belongs to one company; so does what happens in it");
            }
            untold.add(happened);
            if (ending) {
                tell();
            }
        }

        private void tell() {
            if (untold.isEmpty()) {
                return;
            }
            write(company, untold);
            untold.clear();
        }

        /** After the others, since what they do at the end may be told too. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            ending = true;
            tell();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(EventRecorder.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(EventRecorder.this, this);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(EventRecorder.this);
        }
    }
}
