package io.simbaerp.task.timing;

import io.simbaerp.page.RuleTexts;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** A time rule in the reader's words. */
@Component
public class TimeRuleWords {

    private final RuleTexts texts;

    TimeRuleWords(RuleTexts texts) {
        this.texts = texts;
    }

    /** What it does and when, such as "remind 4 working hours before". */
    public String what(TimeRule rule) {
        return switch (rule.act()) {
            case REMIND ->
                texts.message(
                        rule.span() < 0 ? "timing.what-remind-before" : "timing.what-remind",
                        List.of(Math.abs(rule.span())));
            case ESCALATE -> texts.message("timing.what-escalate", List.of(rule.span()));
            case LAPSE ->
                texts.message(
                        "timing.what-lapse",
                        List.of(rule.span(), texts.message("task.outcome." + rule.outcome(), List.of())));
        };
    }

    /** What it is about, such as "Approve invoice, credit note". */
    public String about(TimeRule rule) {
        List<String> about = new ArrayList<>();
        if (rule.step() != null) {
            about.add(texts.message("task.name." + rule.step(), List.of()));
        } else if (rule.process() != null) {
            about.add(texts.message("workflow.element." + rule.process(), List.of()));
        }
        if (rule.documentType() != null) {
            about.add(texts.message("timing.type-" + rule.documentType(), List.of()));
        }
        return about.isEmpty() ? texts.message("timing.about-all", List.of()) : String.join(", ", about);
    }
}
