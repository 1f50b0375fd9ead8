package io.simbaerp.task.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.page.list.ListCell;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what is special about tasks in a list: when they are due, what is to be done, who has them. */
@Component
class TaskCells {

    /** Beside the state of a task: it stands in the list for its assignee. */
    static final String SUBSTITUTED = "^";

    private final TaskTexts texts;
    private final DueWords dueWords;
    private final ActorNames names;
    private final CurrentActor currentActor;

    TaskCells(TaskTexts texts, DueWords dueWords, ActorNames names, CurrentActor currentActor) {
        this.texts = texts;
        this.dueWords = dueWords;
        this.names = names;
        this.currentActor = currentActor;
    }

    ListCell due(@Nullable Object dueAt) {
        DueWords.Due due =
                dueWords.due(dueAt instanceof java.sql.Timestamp moment ? moment.toInstant() : (Instant) null);
        return ListCell.due(due.state(), due.words(), due.when());
    }

    ListCell name(String key, @Nullable Object titleArgs, UUID task) {
        return ListCell.link(texts.text("task.name." + key, key, words(titleArgs)), "/tasks/" + task);
    }

    /**
     * Who has it or may take it; what was decided once it was.
     *
     * @param facts the state and marks of a question and of what is only looked at, the outcome if there is one, and the duties that may take it, with a blank between each
     */
    ListCell holder(@Nullable Object assignee, String facts, UUID task) {
        List<String> parts = Arrays.asList(facts.split(" ", -1));
        if (!parts.get(1).isEmpty()) {
            return ListCell.text(texts.outcome(parts.get(1)));
        }
        if (assignee instanceof UUID person) {
            String name = parts.get(0).contains(SUBSTITUTED)
                    ? texts.text("substitution.for", "", name(person))
                    : name(person);
            return ListCell.text(name + asked(parts.get(0)));
        }
        String duties =
                parts.stream().skip(2).map(Duty::valueOf).map(texts::duty).collect(Collectors.joining(", "));
        if (parts.get(0).endsWith("~")) {
            return ListCell.text(duties);
        }
        return ListCell.action(duties, texts.text("task.claim", ""), "/tasks/" + task + "/claim", "c");
    }

    private String asked(String state) {
        return state.endsWith("?")
                ? ", " + texts.text("question.list-waits", "")
                : state.endsWith("!") ? ", " + texts.text("question.list-answered", "") : "";
    }

    /** The heading over what is as urgent as this. */
    String urgency(String sortedBy) {
        OffsetDateTime at =
                OffsetDateTime.parse(sortedBy.replace(' ', 'T') + (sortedBy.matches(".*[+-]\\d\\d") ? ":00" : ""));
        boolean never = at.getYear() >= 9999;
        DueWords.Urgency urgency = dueWords.urgency(never ? null : at.toInstant());
        return texts.text("task.urgency-" + urgency.name().toLowerCase(Locale.ROOT), "");
    }

    /** The heading over tasks that have this in common. */
    String grouped(String grouping, String value) {
        return switch (grouping) {
            case "process" -> texts.text("workflow.element." + value, value);
            case "task" -> texts.text("task.name." + value, value);
            case "due-day" -> dueWords.dueDay(value);
            case "with" -> value.isEmpty() ? texts.text("task.assignee-nobody", "") : name(UUID.fromString(value));
            default -> value.isEmpty() ? texts.text("task.group-no-party", "") : value;
        };
    }

    private String name(UUID person) {
        return currentActor.actor().userId().filter(person::equals).isPresent()
                ? texts.text("task.me", "")
                : names.nameOf(Actor.person(person));
    }

    private static Object[] words(@Nullable Object array) {
        try {
            return array instanceof Array words ? (Object[]) words.getArray() : new Object[0];
        } catch (SQLException e) {
            throw new IllegalStateException("What was read can't be read", e);
        }
    }
}
