package io.simbaerp.approval.added;

import io.simbaerp.approval.Decision;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.task.TaskForm;
import io.simbaerp.task.TaskForms;
import io.simbaerp.task.TaskPage;
import java.time.Instant;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The card of somebody who was asked to approve besides: why they were asked, and the matter as its approver sees it. */
@Component
class AddedApproverForm implements TaskForm {

    static final String KEY = "Task_ApproveBesides";
    static final String FORM = "approval/added";
    static final String APPROVE = "agree";
    static final String OBJECT = "object";

    private final AddedApprovals additions;
    private final DecideAddedApproval decideAddedApproval;
    private final AskedMatter askedMatter;
    private final TaskForms forms;
    private final ActorNames names;

    AddedApproverForm(
            AddedApprovals additions,
            DecideAddedApproval decideAddedApproval,
            AskedMatter askedMatter,
            @Lazy TaskForms forms,
            ActorNames names) {
        this.additions = additions;
        this.decideAddedApproval = decideAddedApproval;
        this.askedMatter = askedMatter;
        this.forms = forms;
        this.names = names;
    }

    /** Why they were asked, with the card of the approver below. */
    record Asked(String by, Instant at, String reason, TaskPage.Part card) {}

    @Override
    public Set<String> forms() {
        return Set.of(FORM);
    }

    @Override
    public void decide(OpenTaskView task, TaskCompletion completion) {
        OpenTaskView about = about(task);
        TaskForm form = forms.of(about.form());
        RuleViolation refusal = form.page(about).refusal();
        if (refusal != null) {
            throw refusal;
        }
        String seen = completion.contentHash();
        decideAddedApproval.decide(
                task.id(),
                task.subject(),
                completion.outcome().equals(APPROVE) ? Decision.APPROVE : Decision.REJECT,
                seen == null ? form.facts(about).contentHash() : seen,
                completion.comment());
    }

    @Override
    public TaskFacts facts(OpenTaskView task) {
        OpenTaskView about = about(task);
        return forms.of(about.form()).facts(about);
    }

    @Override
    public TaskPage page(OpenTaskView task) {
        AddedApproval addition =
                additions.ofOwnTask(task.id()).orElseThrow(() -> new NotFound("added-approval", task.id()));
        OpenTaskView about = about(task);
        TaskPage matter = forms.of(about.form()).page(about);
        return new TaskPage(
                new TaskPage.Part(
                        "approval/task-added",
                        "form",
                        new Asked(
                                names.nameOf(Actor.person(addition.askedBy())),
                                addition.askedAt(),
                                addition.reason(),
                                matter.form())),
                matter.paper(),
                matter.decides(),
                matter.refusal());
    }

    private OpenTaskView about(OpenTaskView task) {
        return askedMatter.about(task).orElseThrow(() -> new NotFound("task", task.id()));
    }
}
