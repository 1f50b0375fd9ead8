package io.simbaerp.controlled.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.controlled.ControlledDocuments;
import io.simbaerp.controlled.DocumentView;
import io.simbaerp.controlled.VersionView;
import io.simbaerp.controlled.upkeep.DecidePeriodicReview;
import io.simbaerp.controlled.upkeep.ReviewOutcome;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.task.TaskForm;
import io.simbaerp.task.TaskPage;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The task of looking at a published document again. */
@Component
class UpkeepTaskForm implements TaskForm {

    private final ControlledDocuments documents;
    private final ControlledPages pages;
    private final DecidePeriodicReview decide;

    UpkeepTaskForm(ControlledDocuments documents, ControlledPages pages, DecidePeriodicReview decide) {
        this.documents = documents;
        this.pages = pages;
        this.decide = decide;
    }

    @Override
    public Set<String> forms() {
        return Set.of("controlled/upkeep");
    }

    @Override
    public void decide(OpenTaskView task, TaskCompletion completion) {
        ReviewOutcome outcome =
                switch (completion.outcome()) {
                    case "keep" -> ReviewOutcome.KEEP;
                    case "revise" -> ReviewOutcome.REVISE;
                    case "out-of-use" -> ReviewOutcome.WITHDRAW;
                    default -> throw new RuleViolation("approval.outcome-unknown", completion.outcome());
                };
        decide.decide(task.subject().id(), outcome, completion.comment());
    }

    @Override
    public TaskFacts facts(OpenTaskView task) {
        DocumentView document = documents.byId(task.subject().id());
        VersionView shown = document.shown();
        return new TaskFacts(
                List.of(shown.title()),
                shown.title(),
                document.number(),
                null,
                null,
                List.of(new TaskFacts.ShownField("controlled.field.title", shown.title())));
    }

    @Override
    public TaskPage page(OpenTaskView task) {
        ControlledPage page = pages.page(task.subject().id(), null);
        return new TaskPage(
                new TaskPage.Part("controlled/parts", "upkeep", page),
                new TaskPage.Part("controlled/parts", "sheet", page));
    }
}
