package io.simbaerp.controlled.reading;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.CompanyDirectory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for late readers of every company each hour. Several nodes may run it at once: a reminder too many does no harm. */
@Component
@ConditionalOnProperty(name = "simba.jobs.enabled", matchIfMissing = true)
class ReminderJob {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderJob.class);

    private final RemindLateReaders remind;
    private final CompanyDirectory directory;
    private final CurrentActor currentActor;

    ReminderJob(RemindLateReaders remind, CompanyDirectory directory, CurrentActor currentActor) {
        this.remind = remind;
        this.directory = directory;
        this.currentActor = currentActor;
    }

    @Scheduled(initialDelay = 7, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void remindAll() {
        directory.all().forEach(company -> {
            try {
                currentActor.run(Acting.system("remind-readers", company), remind::remindLate);
            } catch (RuntimeException e) {
                LOG.error("The readers of company {} could not be reminded", company, e);
            }
        });
    }
}
