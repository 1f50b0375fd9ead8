package io.simbaerp.intake;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The threads that read documents, few and with a short queue: what doesn't fit waits as RECEIVED for the job. */
@Component
class IntakeWorkers implements DisposableBean {

    private static final int QUEUE_PER_WORKER = 8;
    private static final int SECONDS_TO_FINISH = 10;

    private final ThreadPoolExecutor threads;

    IntakeWorkers(@Value("${simba.intake.workers:4}") int workers) {
        AtomicInteger count = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                workers,
                workers,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(workers * QUEUE_PER_WORKER),
                work -> new Thread(work, "intake-" + count.incrementAndGet()));
        threads.allowCoreThreadTimeOut(true);
    }

    /** Begins the work, or doesn't if there is too much of it. */
    <T> Optional<Future<T>> begin(Callable<T> work) {
        try {
            return Optional.of(threads.submit(work));
        } catch (RejectedExecutionException e) {
            return Optional.empty();
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }
}
