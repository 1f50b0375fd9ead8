package io.simbaerp.workflow.engine;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.money.Money;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.task.TaskForm;
import io.simbaerp.task.TaskPage;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The form of the trial process. */
@Component
public class TrialForm implements TaskForm {

    @Override
    public Set<String> forms() {
        return Set.of("trial/decide");
    }

    @Override
    public void decide(OpenTaskView task, TaskCompletion completion) {
        if ("refuse".equals(completion.comment())) {
            throw new RuleViolation("trial.refused");
        }
    }

    @Override
    public TaskFacts facts(OpenTaskView task) {
        return new TaskFacts(
                List.of("T-1"),
                TrialSteps.SECRET,
                "T-1",
                Money.of("12345.67", "PLN"),
                "hash-1",
                List.of(new TaskFacts.ShownField("trial.field", "shown")));
    }

    @Override
    public TaskPage page(OpenTaskView task) {
        return new TaskPage(new TaskPage.Part("trial/task", "form", new Words("the trial form")), null);
    }

    /** What the form shows. */
    public record Words(String word) {}
}
