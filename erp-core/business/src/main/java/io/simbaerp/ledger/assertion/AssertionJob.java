package io.simbaerp.ledger.assertion;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.CompanyDirectory;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Checks what is asserted of balances each night, for every company. A second node finds them checked. */
@Component
@ConditionalOnProperty(name = "simba.jobs.enabled", matchIfMissing = true)
class AssertionJob {

    private static final Logger LOG = LoggerFactory.getLogger(AssertionJob.class);
    private static final Duration NIGHT = Duration.ofHours(6);

    private final CheckAssertions check;
    private final CompanyDirectory directory;
    private final CurrentActor currentActor;

    AssertionJob(CheckAssertions check, CompanyDirectory directory, CurrentActor currentActor) {
        this.check = check;
        this.directory = directory;
        this.currentActor = currentActor;
    }

    @Scheduled(cron = "0 40 2 * * *")
    void checkAll() {
        directory.all().forEach(company -> {
            try {
                currentActor.run(Acting.system("check-assertions", company), () -> check.check(NIGHT));
            } catch (RuntimeException e) {
                LOG.error("The asserted balances of company {} could not be checked", company, e);
            }
        });
    }
}
