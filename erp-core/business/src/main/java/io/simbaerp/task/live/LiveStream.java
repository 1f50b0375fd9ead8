package io.simbaerp.task.live;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One page that listens, and what it has not been told yet. Changes that come while it is being told are told together. */
final class LiveStream {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final long COME_AGAIN_MS = 2000;

    private final LiveReader reader;
    private final Set<UUID> watched;
    private final LiveTasks tasks;
    private final Executor work;
    private final Runnable gone;
    private final SseEmitter emitter = new SseEmitter(0L);
    private final Set<UUID> untold = new HashSet<>();
    private final AtomicBoolean atWork = new AtomicBoolean();
    private volatile boolean ended;

    LiveStream(LiveReader reader, List<UUID> watched, LiveTasks tasks, Executor work, Consumer<LiveStream> left) {
        this.reader = reader;
        this.watched = Set.copyOf(watched);
        this.tasks = tasks;
        this.work = work;
        this.gone = () -> left.accept(this);
        emitter.onCompletion(this::leave);
        emitter.onTimeout(this::leave);
        emitter.onError(failure -> leave());
    }

    SseEmitter emitter() {
        return emitter;
    }

    LiveReader reader() {
        return reader;
    }

    void hear(TaskChanges.Changed changed) {
        List<UUID> concerned = watched.stream()
                .filter(task -> changed.concerns(reader.company().value(), task))
                .toList();
        if (!concerned.isEmpty()) {
            synchronized (untold) {
                untold.addAll(concerned);
            }
            tell();
        }
    }

    /** Tells what is untold, or only that the line is open; ends it where the reader may not listen any more. */
    void tell() {
        if (!ended && atWork.compareAndSet(false, true)) {
            try {
                work.execute(this::turn);
            } catch (RejectedExecutionException stopping) {
                leave();
            }
        }
    }

    private void turn() {
        Set<UUID> now;
        synchronized (untold) {
            now = Set.copyOf(untold);
            untold.clear();
        }
        try {
            tasks.of(reader, now).ifPresentOrElse(this::send, () -> end("left"));
        } catch (RuntimeException e) {
            LOG.warn("What happened to tasks could not be told", e);
            end("failed");
        } finally {
            atWork.set(false);
        }
        boolean more;
        synchronized (untold) {
            more = !untold.isEmpty();
        }
        if (more) {
            tell();
        }
    }

    private void send(List<LiveTask> told) {
        try {
            SseEmitter.SseEventBuilder event = SseEmitter.event();
            if (told.isEmpty()) {
                emitter.send(event.comment("open"));
            } else {
                emitter.send(event.name("tasks").reconnectTime(COME_AGAIN_MS).data(told, MediaType.APPLICATION_JSON));
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("The page is gone", e);
            leave();
        }
    }

    /**
     * Says why, so that the page doesn't come again at once, and closes the line: after {@code failed} and
     * {@code stopped} it comes again in a while, after {@code left} and {@code replaced} only when it is looked at again.
     */
    void end(String why) {
        if (!ended) {
            ended = true;
            try {
                emitter.send(SseEmitter.event().name("end").data(why));
            } catch (IOException | IllegalStateException e) {
                LOG.debug("The page is gone", e);
            }
            emitter.complete();
            gone.run();
        }
    }

    private void leave() {
        ended = true;
        gone.run();
    }
}
