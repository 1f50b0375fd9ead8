package io.simbaerp.ledger.bulk;

import io.simbaerp.architecture.CompanyId;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Posts an upload as soon as it has come; what a node left behind, any other takes up within a minute. */
@Component
@ConditionalOnProperty(name = "simba.jobs.enabled", matchIfMissing = true)
class UploadJob implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(UploadJob.class);

    /** So that the transaction which took the file in has ended. */
    private static final int AFTER = 300;

    private final PostUploads postUploads;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "entry-uploads"));

    UploadJob(PostUploads postUploads) {
        this.postUploads = postUploads;
    }

    @EventListener
    void uploaded(EntriesUploaded event) {
        thread.schedule(() -> post(event.company()), AFTER, TimeUnit.MILLISECONDS);
    }

    private void post(CompanyId company) {
        try {
            postUploads.run(company);
        } catch (RuntimeException e) {
            LOG.warn("Uploaded entries could not be posted; the next run tries again", e);
        }
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void postLeft() {
        postUploads.run();
    }

    @Override
    public void destroy() throws InterruptedException {
        thread.shutdownNow();
        if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("An upload is still being posted at the end; what isn't committed is posted again");
        }
    }
}
