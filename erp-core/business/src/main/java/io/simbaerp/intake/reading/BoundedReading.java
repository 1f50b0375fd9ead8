package io.simbaerp.intake.reading;

import io.simbaerp.intake.ContentReader;
import io.simbaerp.intake.ReadContent;
import io.simbaerp.intake.UnreadableContent;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/**
 * Reads what strangers sent on threads of its own, few at a time, within limits on time and memory. Reading that takes
 * too long is ended and its document quarantined with that reason; whoever asked never waits longer.
 *
 * <p>A thread can't be stopped from outside, so the readers look at {@link ContentReader#goOn()} in each of their loops. One that
 * doesn't all the same is given up: its place stays taken until it ends by itself, so that lost threads stay few.
 */
@Component
public class BoundedReading implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedReading.class);

    /** What a file becomes in memory while it is read: text, tree, tables. */
    private static final int TIMES_ITS_SIZE = 8;

    private static final int KILOBYTE = 1024;

    private final ContentReader reader;
    private final Duration longest;
    private final Duration patience;
    private final Semaphore places;
    private final int memory;
    private final Semaphore kilobytes;
    private final ThreadPoolExecutor threads;

    BoundedReading(
            ContentReader reader,
            @Value("${simba.intake.longest-reading:20s}") Duration longest,
            @Value("${simba.intake.reading-queue:60s}") Duration patience,
            @Value("${simba.intake.readers:4}") int readers) {
        this.reader = reader;
        this.longest = longest;
        this.patience = patience;
        this.places = new Semaphore(readers, true);
        this.memory = Math.toIntExact(Runtime.getRuntime().maxMemory() / 3 / KILOBYTE);
        this.kilobytes = new Semaphore(memory, true);
        AtomicInteger count = new AtomicInteger();
        // Never more work than places, so the queue holds only what a thread is about to take.
        threads = new ThreadPoolExecutor(readers, readers, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "reader-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Reads the content as the reader does.
     *
     * @throws UnreadableContent content.too-slow, content.too-much-memory, and what the reader throws
     * @throws TransientDataAccessResourceException if no place became free: nothing is wrong with the content
     */
    public ReadContent read(byte[] content, String fileName) {
        return read(content, fileName, longest);
    }

    /** As {@link #read(byte[], String)}, for somebody who waits for the answer. */
    public ReadContent read(byte[] content, String fileName, Duration atMost) {
        Duration limit = atMost.compareTo(longest) < 0 ? atMost : longest;
        int needed = Math.min(memory, 1 + content.length / KILOBYTE * TIMES_ITS_SIZE);
        take(places, 1);
        boolean[] handedOver = new boolean[1];
        try {
            take(kilobytes, needed);
            try {
                Future<ReadContent> reading = threads.submit(() -> {
                    try {
                        return reader.read(content, fileName);
                    } finally {
                        kilobytes.release(needed);
                        places.release();
                    }
                });
                handedOver[0] = true;
                return await(reading, limit, fileName);
            } catch (RejectedExecutionException stopping) {
                kilobytes.release(needed);
                throw new TransientDataAccessResourceException("The server is stopping", stopping);
            }
        } finally {
            if (!handedOver[0]) {
                places.release();
            }
        }
    }

    private void take(Semaphore free, int needed) {
        try {
            if (!free.tryAcquire(needed, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TransientDataAccessResourceException("All readers are busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientDataAccessResourceException("Interrupted while waiting for a reader", e);
        }
    }

    private static ReadContent await(Future<ReadContent> reading, Duration limit, String fileName) {
        try {
            return reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            reading.cancel(true);
            LOG.warn("Reading {} was ended after {} seconds", fileName, limit.toSeconds());
            throw new UnreadableContent("content.too-slow", limit.toSeconds());
        } catch (InterruptedException e) {
            reading.cancel(true);
            Thread.currentThread().interrupt();
            throw new TransientDataAccessResourceException("Interrupted while reading", e);
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private static RuntimeException failure(Throwable cause) {
        if (cause instanceof OutOfMemoryError) {
            return new UnreadableContent("content.too-much-memory");
        }
        if (cause instanceof StackOverflowError) {
            return new UnreadableContent("content.too-deep-inside");
        }
        if (cause instanceof RuntimeException failure) {
            return failure;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(cause);
    }

    /** What is being read may end: an interruption now would look as if the content were at fault. */
    @Override
    public void destroy() {
        threads.shutdown();
    }
}
