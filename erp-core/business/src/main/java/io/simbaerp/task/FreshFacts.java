package io.simbaerp.task;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.Subject;
import io.simbaerp.money.Money;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps what lists show of a task's subject true: when something happened to the subject, its open tasks copy it anew,
 * once, at the end of the transaction in which it happened.
 */
@Component
class FreshFacts {

    private final DeskTasks tasks;
    private final TaskForms forms;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;

    FreshFacts(DeskTasks tasks, TaskForms forms, CurrentActor currentActor, JdbcClient jdbc) {
        this.tasks = tasks;
        this.forms = forms;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
    }

    @EventListener
    void remember(BusinessEvent event) {
        List<UUID> about = about(event);
        if (about.isEmpty()) {
            return;
        }
        Concerned concerned = (Concerned) TransactionSynchronizationManager.getResource(this);
        if (concerned == null) {
            concerned = new Concerned(event.company());
            TransactionSynchronizationManager.bindResource(this, concerned);
            TransactionSynchronizationManager.registerSynchronization(concerned);
        }
        concerned.subjects.addAll(about);
    }

    /** What somebody may have a task about: not a task itself, nor what has just begun to be. */
    private static List<UUID> about(BusinessEvent event) {
        if (event.subject().kind().equals("task")) {
            return List.of();
        }
        Stream<Subject> subjects = event.begins() ? Stream.empty() : Stream.of(event.subject());
        return Stream.concat(subjects, event.concerns().stream())
                .map(Subject::id)
                .toList();
    }

    /** What one transaction did something to. */
    private final class Concerned implements TransactionSynchronization {

        private final CompanyId company;
        private final Set<UUID> subjects = new LinkedHashSet<>();

        Concerned(CompanyId company) {
            this.company = company;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            Acting desk = Acting.system("task-desk", company);
            currentActor.run(desk, () -> openAbout(subjects)
                    .forEach(id -> tasks.findById(id).ifPresent(FreshFacts.this::copyAnew)));
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(FreshFacts.this);
        }
    }

    /** Most transactions are about nothing anybody has a task about: the database tells that sooner than the mapper. */
    private List<UUID> openAbout(Set<UUID> subjects) {
        return jdbc.sql("""
                        select id from task.task
                         where company_id = :company and state = 'OPEN'
                           and (subject_id = any (:subjects) or document_id = any (:subjects))""")
                .param("company", currentActor.company().value())
                .param("subjects", subjects.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** A task opened in the same transaction shows them already. */
    private void copyAnew(DeskTask task) {
        OpenTaskView open = task.openView();
        TaskForm form = forms.of(open.form());
        TaskFacts facts = form.facts(open);
        Extent extent = form.extent(open);
        if (!task.shows(facts, extent)) {
            store(open.id(), facts);
            reach(open.id(), extent);
        }
    }

    private void reach(UUID task, Extent extent) {
        jdbc.sql("""
                        with reached as (
                            update task.task set extent = :extent
                             where company_id = :company and id = :id and state = 'OPEN' and extent <> :extent
                            returning company_id, id)
                        update task.task_candidate c set extent = :extent
                          from reached r where c.company_id = r.company_id and c.task_id = r.id""")
                .param("extent", extent.text())
                .param("company", currentActor.company().value())
                .param("id", task)
                .update();
    }

    /** Past the aggregate, so that nobody who is working on the task meets another version of it. */
    private void store(UUID task, TaskFacts facts) {
        @Nullable Money amount = facts.amount();
        jdbc.sql("""
                        update task.task
                           set title_args = :titleArgs, party_name = :party, document_number = :number,
                               amount = :amount, currency = :currency, content_hash = :hash
                         where company_id = :company and id = :id and state = 'OPEN'""")
                .param("titleArgs", facts.titleArgs().toArray(String[]::new))
                .param("party", facts.partyName())
                .param("number", facts.documentNumber())
                .param("amount", amount == null ? null : amount.amount(), java.sql.Types.NUMERIC)
                .param("currency", amount == null ? null : amount.currency().code())
                .param("hash", facts.contentHash())
                .param("company", currentActor.company().value())
                .param("id", task)
                .update();
    }
}
