package io.simbaerp.task.link;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskForms;
import io.simbaerp.task.TaskState;
import io.simbaerp.task.TaskView;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Whether a link still opens its task, and whether it decides it without signing in. */
@Component
public class LinkGate {

    private final MailLimit limit;
    private final TaskForms forms;
    private final Clock clock;

    LinkGate(MailLimit limit, @Lazy TaskForms forms, Clock clock) {
        this.limit = limit;
        this.forms = forms;
        this.clock = clock;
    }

    /** Why it opens nothing any more; nothing if it does. */
    public Optional<RuleViolation> closed(MailLink link, Optional<TaskView> task) {
        if (link.used()) {
            return Optional.of(new RuleViolation("mail-link.used"));
        }
        if (!clock.instant().isBefore(link.expiresAt())) {
            return Optional.of(new RuleViolation("mail-link.expired"));
        }
        if (task.isEmpty()) {
            return Optional.of(new RuleViolation("mail-link.not-yours"));
        }
        if (task.get().state() != TaskState.OPEN) {
            return Optional.of(new RuleViolation("mail-link.over"));
        }
        return link.contentHash().equals(task.get().facts().contentHash())
                ? Optional.empty()
                : Optional.of(new RuleViolation("mail-link.content-changed"));
    }

    /** Only where its kind of task allows it, up to the company's limit. */
    public boolean decidesUnsigned(TaskView task) {
        return forms.of(task.form()).byMail(OpenTaskView.of(task))
                && limit.covers(task.facts().amount());
    }
}
