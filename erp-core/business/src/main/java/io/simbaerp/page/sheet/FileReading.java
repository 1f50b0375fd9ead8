package io.simbaerp.page.sheet;

import io.simbaerp.architecture.RuleViolation;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/**
 * The threads on which files of strangers are read: few at a time, within limits on time and memory, whatever door a file
 * came in by. What is read there sees no company and no transaction; it turns bytes into values and nothing else.
 *
 * <p>A thread can't be stopped from outside, so readers look at {@link #goOn()} in each of their loops. One that doesn't all
 * the same is given up: its place stays taken until it ends by itself, so that lost threads stay few.
 */
@Component
public class FileReading implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(FileReading.class);

    /** What a file becomes in memory while it is read: text, tree, tables. */
    private static final int TIMES_ITS_SIZE = 8;

    private static final int KILOBYTE = 1024;

    /** How long somebody at a page waits for a file to be read. */
    private static final Duration AT_A_PAGE = Duration.ofSeconds(8);

    private final Duration patience;
    private final Semaphore places;
    private final int memory;
    private final Semaphore kilobytes;
    private final ThreadPoolExecutor threads;

    /** Why reading came to no end; the rule says it in words. */
    public static final class Ended extends RuntimeException {

        private final String rule;
        private final Object[] args;

        Ended(String rule, Object... args) {
            super(rule);
            this.rule = rule;
            this.args = args;
        }

        public String rule() {
            return rule;
        }

        public Object[] args() {
            return args.clone();
        }
    }

    public FileReading(
            @Value("${simba.intake.reading-queue:60s}") Duration patience,
            @Value("${simba.intake.readers:4}") int readers) {
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
     * Whether the file is still worth reading.
     *
     * @throws Ended content.too-slow
     */
    public static void goOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Ended("content.too-slow", 0);
        }
    }

    /**
     * Reads a file somebody waits for at a page.
     *
     * @throws RuleViolation content.too-slow, content.too-much-memory, content.too-deep-inside, and what the reader refuses
     */
    public <T> T file(byte[] file, Supplier<T> reader) {
        try {
            return read(file.length, AT_A_PAGE, reader::get);
        } catch (Ended ended) {
            throw RuleViolation.ofField("file", ended.rule(), ended.args());
        }
    }

    /**
     * Reads what has so many bytes.
     *
     * @throws Ended content.too-slow, content.too-much-memory, content.too-deep-inside
     * @throws TransientDataAccessResourceException if no place became free: nothing is wrong with the content
     */
    public <T> T read(int bytes, Duration limit, Callable<T> reader) {
        int needed = Math.min(memory, 1 + bytes / KILOBYTE * TIMES_ITS_SIZE);
        take(places, 1);
        boolean[] handedOver = new boolean[1];
        try {
            take(kilobytes, needed);
            try {
                Future<T> reading = threads.submit(() -> {
                    try {
                        return reader.call();
                    } finally {
                        kilobytes.release(needed);
                        places.release();
                    }
                });
                handedOver[0] = true;
                return await(reading, limit);
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

    private static <T> T await(Future<T> reading, Duration limit) {
        try {
            return reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            reading.cancel(true);
            LOG.warn("Reading a file was ended after {} seconds", limit.toSeconds());
            throw new Ended("content.too-slow", limit.toSeconds());
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
            return new Ended("content.too-much-memory");
        }
        if (cause instanceof StackOverflowError) {
            return new Ended("content.too-deep-inside");
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
