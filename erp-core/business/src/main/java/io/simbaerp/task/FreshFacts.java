package io.simbaerp.task;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Subject;
import io.simbaerp.money.Money;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what lists show of a task's subject true: when something happens to the subject, its open tasks copy it anew. */
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
    void copyAnew(BusinessEvent event) {
        if (event.subject().kind().equals("task")) {
            return;
        }
        List<UUID> concerned = Stream.concat(Stream.of(event.subject()), event.concerns().stream())
                .map(Subject::id)
                .distinct()
                .toList();
        Acting desk = Acting.system("task-desk", event.company());
        for (DeskTask task : tasks.openAbout(concerned)) {
            OpenTaskView view = task.openView();
            store(task.id(), currentActor.as(desk, () -> forms.of(view.form()).facts(view)));
        }
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
