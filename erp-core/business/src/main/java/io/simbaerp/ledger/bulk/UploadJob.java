package io.simbaerp.ledger.bulk;

import io.simbaerp.architecture.CompanyId;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Posts an upload as soon as it has come; what a node left behind, any other takes up within a minute. */
@Component
@ConditionalOnProperty(name = "simba.jobs.enabled", matchIfMissing = true)
class UploadJob implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(UploadJob.class);

    private final PostUploads postUploads;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "entry-uploads"));

    UploadJob(PostUploads postUploads) {
        this.postUploads = postUploads;
    }

    @TransactionalEventListener
    void uploaded(EntriesUploaded event) {
        thread.execute(() -> post(event.company()));
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
