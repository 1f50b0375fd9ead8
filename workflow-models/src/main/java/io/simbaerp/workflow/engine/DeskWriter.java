package io.simbaerp.workflow.engine;

import io.simbaerp.approval.round.Seat;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import io.simbaerp.company.workingday.WorkingDays;
import io.simbaerp.task.OpenTask;
import io.simbaerp.task.TaskDraft;
import io.simbaerp.task.TaskForms;
import io.simbaerp.task.WithdrawTask;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the engine's tasks to the desk, inside the engine's transaction. */
@Component
class DeskWriter {

    /** The variable that every process about a document holds: the document's id. */
    static final String DOCUMENT = "documentId";

    /** Counts the instances of a task that is given to several side by side, from 0. */
    private static final String INSTANCE = "loopCounter";

    private final OpenTask openTask;
    private final WithdrawTask withdrawTask;
    private final TaskForms forms;
    private final WorkingDays workingDays;

    DeskWriter(OpenTask openTask, WithdrawTask withdrawTask, TaskForms forms, WorkingDays workingDays) {
        this.openTask = openTask;
        this.withdrawTask = withdrawTask;
        this.forms = forms;
        this.workingDays = workingDays;
    }

    void open(DelegateTask task, DeskParseListener.DeskTaskDefinition definition) {
        ExecutionEntity execution = (ExecutionEntity) task.getExecution();
        Asking asking = Asking.of(execution, definition);
        List<Seat> seats = seats(task, definition);
        Object document = task.getVariable(DOCUMENT);
        Subject subject = new Subject(
                String.valueOf(asking.process().getProperty(DeskParseListener.SUBJECT)),
                UUID.fromString(execution.getProcessBusinessKey()));
        UUID person = person(seats).orElseGet(() -> holder(task, definition.directedTo()));
        openTask.open(new TaskDraft(
                task.getId(),
                asking.task(),
                definition.form(),
                document == null ? null : UUID.fromString(document.toString()),
                subject,
                duties(seats),
                due(definition, subject, person),
                definition.outcomes(),
                asking.process().getKey(),
                rule(definition.rule(), seats),
                person));
    }

    /** A task nobody stands behind is anybody's. */
    private static @Nullable UUID holder(DelegateTask task, @Nullable String variable) {
        Object person = variable == null ? null : task.getVariable(variable);
        return person == null ? null : UUID.fromString(person.toString());
    }

    private static Optional<UUID> person(List<Seat> seats) {
        return seats.stream().map(Seat::person).filter(Objects::nonNull).findFirst();
    }

    /** Who may take it; of several asked side by side each instance of the task takes its own. */
    private static List<Seat> seats(DelegateTask task, DeskParseListener.DeskTaskDefinition definition) {
        return definition.candidates().stream()
                .map(candidate -> String.valueOf(candidate.getValue(task)).split(";"))
                .map(asked -> Seat.parse(asked.length == 1 ? asked[0] : asked[(Integer) task.getVariable(INSTANCE)]))
                .toList();
    }

    private static Set<Duty> duties(List<Seat> seats) {
        return seats.stream()
                .filter(seat -> seat.person() == null)
                .map(Seat::duty)
                .collect(Collectors.toUnmodifiableSet());
    }

    void withdraw(DelegateTask task) {
        withdrawTask.withdraw(task.getId());
    }

    /** The row of a decision table is named by the table and the seat it asks. */
    private static @Nullable String rule(@Nullable String table, List<Seat> seats) {
        return table == null
                ? null
                : table + "."
                        + seats.stream().map(Seat::key).sorted().findFirst().orElseThrow();
    }

    /**
     * Who asks. A shared process whose subject is that of its caller asks in the caller's name: the task is called after
     * the call ({@code Call_ReviewText} asks for {@code Task_ReviewText}), so that people read what it is about.
     */
    private record Asking(ProcessDefinitionEntity process, String task) {

        static Asking of(ExecutionEntity execution, DeskParseListener.DeskTaskDefinition definition) {
            ProcessDefinitionEntity own = execution.getProcessDefinition();
            ExecutionEntity call = execution.getProcessInstance().getSuperExecution();
            if (call == null || !DeskParseListener.CALLER.equals(own.getProperty(DeskParseListener.SUBJECT))) {
                return new Asking(own, definition.key());
            }
            String step = call.getActivityId();
            return new Asking(call.getProcessDefinition(), "Task_" + step.substring(step.indexOf('_') + 1));
        }
    }

    /**
     * After the working days or hours the model allows, unless the subject itself leaves less time. What is one person's
     * from the start is counted in their days and hours, where they work part-time.
     */
    private Instant due(DeskParseListener.DeskTaskDefinition definition, Subject subject, @Nullable UUID person) {
        Instant allowed = definition.dueInWorkingHours() > 0
                ? workingDays.hoursFromNow(definition.dueInWorkingHours(), person)
                : workingDays.endOf(workingDays.dayAfter(definition.dueInWorkingDays(), person), person);
        return forms.of(definition.form())
                .deadline(subject)
                .map(day -> workingDays.endOf(day))
                .filter(deadline -> deadline.isBefore(allowed))
                .orElse(allowed);
    }
}
