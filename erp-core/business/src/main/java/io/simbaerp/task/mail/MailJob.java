package io.simbaerp.task.mail;

import io.simbaerp.architecture.CompanyId;
import io.simbaerp.company.CompanyDirectory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends mail every few seconds, company by company, on a thread of its own: a mail server that doesn't answer keeps no
 * other job waiting.
 */
@Component
@ConditionalOnProperty(name = "simba.jobs.enabled", matchIfMissing = true)
class MailJob implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailJob.class);

    private static final int FIRST = 20;
    private static final int BETWEEN = 5;

    /** In seconds; as long as the server may take to say yes to one mail. */
    private static final int END = 20;

    private final CompanyDirectory companies;
    private final SendMails sendMails;
    private volatile @Nullable ScheduledExecutorService thread;

    MailJob(CompanyDirectory companies, SendMails sendMails) {
        this.companies = companies;
        this.sendMails = sendMails;
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread mail = new Thread(work, "mail");
            mail.setDaemon(true);
            return mail;
        });
        // Whatever a run throws is caught in it: a periodic task that throws would never run again.
        started.scheduleWithFixedDelay(() -> run(started), FIRST, BETWEEN, TimeUnit.SECONDS);
        thread = started;
    }

    /** The mail being sent is sent to its end, so that it doesn't come twice; no other is begun. */
    @Override
    public void stop() {
        ScheduledExecutorService started = thread;
        thread = null;
        if (started == null) {
            return;
        }
        started.shutdown();
        try {
            if (!started.awaitTermination(END, TimeUnit.SECONDS)) {
                LOG.warn("A mail is still being sent at the end; it may come twice");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run(ScheduledExecutorService started) {
        try {
            if (sendMails.ready()) {
                for (CompanyId company : companies.all()) {
                    if (!run(company, started)) {
                        return;
                    }
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("No mail could be sent; the next run tries again", e);
        }
    }

    /** Whether to go on with the next company: what else fails in one is its own. */
    private boolean run(CompanyId company, ScheduledExecutorService started) {
        try {
            return sendMails.run(company, () -> !started.isShutdown()) && !started.isShutdown();
        } catch (RuntimeException e) {
            LOG.warn("Mail of the company {} could not be sent", company, e);
            return true;
        }
    }
}
