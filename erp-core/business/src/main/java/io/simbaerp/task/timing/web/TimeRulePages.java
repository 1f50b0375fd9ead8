package io.simbaerp.task.timing.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.task.timing.DeskSteps;
import io.simbaerp.task.timing.TimeAct;
import io.simbaerp.task.timing.TimeRule;
import io.simbaerp.task.timing.TimeRuleWords;
import io.simbaerp.task.timing.TimeRules;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the page of the time rules shows. */
@Component
class TimeRulePages {

    /** Parts process and step in one value of the form. */
    static final String PART = "/";

    private final TimeRules rules;
    private final TimeRuleWords words;
    private final CurrentActor currentActor;
    private final ActorNames names;
    private final RuleTexts texts;

    TimeRulePages(TimeRules rules, TimeRuleWords words, CurrentActor currentActor, ActorNames names, RuleTexts texts) {
        this.rules = rules;
        this.words = words;
        this.currentActor = currentActor;
        this.names = names;
        this.texts = texts;
    }

    /** The page: rules in force and the form for another. */
    record Shown(
            List<Row> rows,
            boolean mayChange,
            TimeRuleForm form,
            List<Choice> acts,
            List<Choice> places,
            List<Choice> types) {}

    /** One rule. */
    record Row(UUID id, String act, String tone, String about, String what, String setBy) {}

    /** One way to fill a field. */
    record Choice(String value, String name) {}

    Shown page(@Nullable TimeRuleForm form) {
        boolean mayChange = currentActor.get().may(Duty.ADMINISTER);
        return new Shown(
                rules.inForce().stream().map(this::row).toList(),
                mayChange,
                form == null ? TimeRuleForm.EMPTY : form,
                Stream.of(TimeAct.values())
                        .map(act -> new Choice(act.name(), text("timing.act-" + act.word())))
                        .toList(),
                mayChange ? places() : List.of(),
                TimeRules.documentTypes().stream()
                        .map(type -> new Choice(type, text("timing.type-" + type)))
                        .toList());
    }

    private Row row(TimeRule rule) {
        return new Row(
                rule.id(),
                text("timing.act-" + rule.act().word()),
                switch (rule.act()) {
                    case REMIND -> "info";
                    case ESCALATE -> "warn";
                    case LAPSE -> "bad";
                },
                words.about(rule),
                words.what(rule),
                names.nameOf(Actor.parse(rule.setBy())));
    }

    /** Each process, then its steps. */
    private List<Choice> places() {
        List<DeskSteps.DeskStep> steps = rules.steps();
        return steps.stream()
                .map(DeskSteps.DeskStep::process)
                .distinct()
                .flatMap(process -> Stream.concat(
                        Stream.of(new Choice(process, text("workflow.element." + process))),
                        steps.stream()
                                .filter(step -> step.process().equals(process))
                                .map(step -> new Choice(
                                        process + PART + step.key(), "– " + text("task.name." + step.key())))))
                .toList();
    }

    private String text(String key) {
        return texts.message(key, List.of());
    }
}
