package io.simbaerp.task.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.task.TaskFacts.ShownField;
import io.simbaerp.task.TaskView;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts tasks into the reader's words: what is to be done, what may be decided, and why it is theirs. */
@Component
class TaskTexts {

    private final MessageSource messages;

    TaskTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** What is to be done, such as "Code the invoice". */
    String name(TaskView task) {
        return text(
                "task.name." + task.key(), task.key(), task.facts().titleArgs().toArray());
    }

    /** What the reader is to do there, from the model's own documentation. */
    String help(TaskView task) {
        return text("task.help." + task.key(), "");
    }

    /** What is to be done with what. */
    String title(TaskView task) {
        String about = about(task);
        return about.isEmpty() ? name(task) : name(task) + ": " + about;
    }

    String outcome(String outcome) {
        return text("task.outcome." + outcome, outcome);
    }

    String field(ShownField field) {
        return text(field.key(), field.key());
    }

    /** Which duty makes it the reader's, and which rule asked for it. */
    String why(TaskView task) {
        String because = task.why() == null
                ? text(task.isDirected() ? "task.why-asked" : "task.why-taken", "")
                : text(
                        "task.why-duty",
                        "",
                        text("duty." + task.why().name(), task.why().name()));
        return task.rule() == null
                ? because
                : because + " " + text("task.why-rule", "", text("task.rule." + level(task.rule()), task.rule()));
    }

    /** Without whose seat it is: words are those of the level. */
    private static String level(String rule) {
        return rule.replaceFirst("[@#].*", "");
    }

    TaskJson json(TaskView task) {
        List<TaskJson.FieldJson> fields = task.facts().shown().stream()
                .map(field -> new TaskJson.FieldJson(field.key(), field(field), field.value()))
                .toList();
        return new TaskJson(
                task.id(),
                task.key(),
                title(task),
                task.state().name(),
                task.documentId(),
                task.assignee(),
                task.candidateDuties(),
                task.dueAt(),
                task.facts().contentHash(),
                task.outcomes(),
                task.facts().partyName(),
                task.facts().documentNumber(),
                task.facts().amount(),
                why(task),
                fields.isEmpty() ? null : fields,
                null,
                null,
                null,
                null,
                task.decision() == null ? null : task.decision().outcome(),
                task.decision() == null ? null : task.decision().at());
    }

    /** The same with what else whoever decides should know. */
    TaskJson json(TaskView task, TaskFacts.Background background) {
        List<TaskJson.ChangeJson> changes = background.changes().stream()
                .map(one -> new TaskJson.ChangeJson(
                        one.key(),
                        one.place(),
                        text(one.key(), one.key(), Objects.requireNonNullElse(one.place(), "")),
                        one.before(),
                        one.after()))
                .toList();
        return json(task).with(changes, background);
    }

    private static String about(TaskView task) {
        String number = task.facts().documentNumber();
        String party = task.facts().partyName();
        if (number == null) {
            return party == null ? "" : party;
        }
        return party == null ? number : number + ", " + party;
    }

    /** Whoever holds this duty, as it is said of a task that any of them may take. */
    String duty(Duty duty) {
        return text("duty-short." + duty, text("duty." + duty, duty.name()));
    }

    String text(String key, String otherwise, Object... args) {
        Locale locale = LocaleContextHolder.getLocale();
        String found = messages.getMessage(key, args, otherwise, locale);
        return found == null ? otherwise : found;
    }
}
