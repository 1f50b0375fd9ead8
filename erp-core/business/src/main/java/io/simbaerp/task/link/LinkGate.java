package io.simbaerp.task.link;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskForms;
import io.simbaerp.task.TaskState;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.mail.MailAddresses;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a link still opens its task, and whether it decides it without signing in. */
@Component
public class LinkGate {

    private final MailLimit limit;
    private final TaskForms forms;
    private final Standing standing;
    private final Clock clock;

    LinkGate(MailLimit limit, @Lazy TaskForms forms, Standing standing, Clock clock) {
        this.limit = limit;
        this.forms = forms;
        this.standing = standing;
        this.clock = clock;
    }

    /** What may have changed since the mail went out. */
    @Query(Duty.BELONG_TO_COMPANY)
    static class Standing {

        private final JdbcClient jdbc;
        private final MailAddresses addresses;

        Standing(JdbcClient jdbc, MailAddresses addresses) {
            this.jdbc = jdbc;
            this.addresses = addresses;
        }

        /** Whether the address it was sent to is still where mail to the person goes. */
        public boolean isAddressed(MailLink link) {
            return addresses.confirmedSince(link.person(), link.expiresAt().minus(MakeMailLink.LIFE));
        }

        public boolean isConfidential(@Nullable UUID document) {
            return document != null
                    && jdbc.sql("select task.speaks_of_confidential(?)")
                            .param(document)
                            .query(Boolean.class)
                            .single();
        }
    }

    /** Why it opens nothing any more; nothing if it does. */
    public Optional<RuleViolation> closed(MailLink link, Optional<TaskView> task) {
        if (link.used()) {
            return Optional.of(new RuleViolation("mail-link.used"));
        }
        if (!clock.instant().isBefore(link.expiresAt())) {
            return Optional.of(new RuleViolation("mail-link.expired"));
        }
        if (!standing.isAddressed(link)) {
            return Optional.of(new RuleViolation("mail-link.address-gone"));
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

    /** Only where its kind of task allows it, up to the company's limit, and of nothing confidential. */
    public boolean decidesUnsigned(TaskView task) {
        return !standing.isConfidential(task.documentId())
                && forms.of(task.form()).byMail(OpenTaskView.of(task))
                && limit.covers(task.facts().amount());
    }
}
