package io.simbaerp.ledger.template;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.CompanyDirectory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Posts what plans have due, for every company each hour. Several nodes may run it at once: each entry is posted once. */
@Component
@ConditionalOnProperty(name = "simba.jobs.enabled", matchIfMissing = true)
class PlanJob {

    private static final Logger LOG = LoggerFactory.getLogger(PlanJob.class);

    private final DueEntries due;
    private final CompanyDirectory directory;
    private final CurrentActor currentActor;

    PlanJob(DueEntries due, CompanyDirectory directory, CurrentActor currentActor) {
        this.due = due;
        this.directory = directory;
        this.currentActor = currentActor;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void postAll() {
        directory.all().forEach(company -> {
            try {
                currentActor.run(Acting.system("post-planned-entries", company), due::postAll);
            } catch (RuntimeException e) {
                LOG.error("The planned entries of company {} could not be posted", company, e);
            }
        });
    }
}
