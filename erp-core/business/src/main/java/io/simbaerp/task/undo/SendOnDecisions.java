package io.simbaerp.task.undo;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CompanyDirectory;
import io.simbaerp.identity.Memberships;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends on what was held long enough, each decision by itself and as its person with the duties they hold now. */
@Component
public class SendOnDecisions {

    private static final Logger LOG = LoggerFactory.getLogger(SendOnDecisions.class);
    private static final String JOB = "held-decisions";

    private final CompanyDirectory companies;
    private final HeldDecisions held;
    private final SendOnDecision sendOnDecision;
    private final DropDecision dropDecision;
    private final Memberships memberships;
    private final CurrentActor currentActor;

    SendOnDecisions(
            CompanyDirectory companies,
            HeldDecisions held,
            SendOnDecision sendOnDecision,
            DropDecision dropDecision,
            Memberships memberships,
            CurrentActor currentActor) {
        this.companies = companies;
        this.held = held;
        this.sendOnDecision = sendOnDecision;
        this.dropDecision = dropDecision;
        this.memberships = memberships;
        this.currentActor = currentActor;
    }

    /** Through all companies; several nodes may do it at once. */
    public void run(Instant until) {
        companies.all().forEach(company -> run(company, until));
    }

    void run(CompanyId company, Instant until) {
        Acting job = Acting.system(JOB, company);
        for (HeldDecisions.Due due : currentActor.as(job, () -> held.dueUntil(until))) {
            try {
                sendOn(job, due, until);
            } catch (RuntimeException e) {
                LOG.warn("The decision of task {} could not be sent on; the next run tries again", due.taskId(), e);
            }
        }
    }

    private void sendOn(Acting job, HeldDecisions.Due due, Instant until) {
        try {
            UUID substitute = due.substitute();
            Acting person = (substitute == null
                            ? memberships.acting(due.person(), job.company())
                            : memberships.onBehalf(substitute, due.person(), job.company()))
                    .orElseThrow(() -> new NotFound("membership", due.person()));
            currentActor.as(person, () -> sendOnDecision.sendOn(due.taskId(), until));
        } catch (RuleViolation broken) {
            currentActor.run(job, () -> dropDecision.drop(due.taskId(), broken));
        } catch (MissingDuty | NotFound gone) {
            RuleViolation why = new RuleViolation("task.decision-not-yours-any-more");
            currentActor.run(job, () -> dropDecision.drop(due.taskId(), why));
        }
    }
}
