package io.simbaerp.demo;

import io.simbaerp.setup.OneNodeAtATime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prepares the demo in the background, once the system answers. */
@Component
@ConditionalOnProperty({"simba.demo", "simba.demo.documents"})
class DemoDocuments implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DemoDocuments.class);
    private static final long MILLISECONDS_TO_STOP = 10_000;

    private final DemoFilling filling;
    private final OneNodeAtATime oneNodeAtATime;
    private final Thread thread = new Thread(this::prepare, "demo-documents");
    private volatile boolean stopping;

    DemoDocuments(DemoFilling filling, OneNodeAtATime oneNodeAtATime) {
        this.filling = filling;
        this.oneNodeAtATime = oneNodeAtATime;
    }

    @EventListener(ApplicationReadyEvent.class)
    void prepareInBackground() {
        thread.setDaemon(true);
        thread.start();
    }

    private void prepare() {
        try {
            oneNodeAtATime.run("demo documents", () -> filling.fill(() -> !stopping));
        } catch (RuntimeException e) {
            if (!stopping) {
                LOG.warn("The demo documents could not all be prepared; the next start goes on", e);
            }
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        thread.join(MILLISECONDS_TO_STOP);
    }
}
