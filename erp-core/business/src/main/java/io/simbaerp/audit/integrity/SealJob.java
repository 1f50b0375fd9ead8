package io.simbaerp.audit.integrity;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.CompanyDirectory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Seals the records of every company each hour, and has the log timestamped each day. Several nodes may run it at once: the second finds nothing left. */
@Component
@ConditionalOnProperty(name = "simba.jobs.enabled", matchIfMissing = true)
class SealJob {

    private static final Logger LOG = LoggerFactory.getLogger(SealJob.class);

    private final SealRecords sealRecords;
    private final StampLog stampLog;
    private final CompanyDirectory directory;
    private final CurrentActor currentActor;

    SealJob(SealRecords sealRecords, StampLog stampLog, CompanyDirectory directory, CurrentActor currentActor) {
        this.sealRecords = sealRecords;
        this.stampLog = stampLog;
        this.directory = directory;
        this.currentActor = currentActor;
    }

    @Scheduled(initialDelay = 30, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sealAll() {
        directory.all().forEach(company -> {
            try {
                currentActor.run(Acting.system("seal-records", company), sealRecords::seal);
                currentActor.run(Acting.system("stamp-log", company), stampLog::stamp);
            } catch (RuntimeException e) {
                LOG.error("The records of company {} could not be sealed", company, e);
            }
        });
    }
}
