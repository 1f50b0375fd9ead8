package io.simbaerp.reporting.work;

import io.simbaerp.architecture.Actor;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.reporting.ReportWords;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What reports call processes, steps and those whose tasks they are. */
@Component
class TaskWords {

    private final RuleTexts texts;
    private final ReportWords words;
    private final ActorNames names;

    TaskWords(RuleTexts texts, ReportWords words, ActorNames names) {
        this.texts = texts;
        this.words = words;
        this.names = names;
    }

    String process(String process) {
        return texts.message("workflow.element." + process, List.of());
    }

    String step(String step) {
        return texts.message("task.name." + step, List.of());
    }

    /** The person, or the duties of those who could take it. */
    String who(@Nullable UUID person, @Nullable String duties) {
        if (person != null) {
            return names.nameOf(Actor.person(person));
        }
        return duties == null
                ? ""
                : words.word(
                        "task-nobody",
                        Stream.of(duties.split(","))
                                .map(duty -> texts.message("duty-short." + duty, List.of()))
                                .collect(Collectors.joining(", ")));
    }
}
