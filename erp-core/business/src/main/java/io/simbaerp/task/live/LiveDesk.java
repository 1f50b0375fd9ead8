package io.simbaerp.task.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The pages that listen on this node: of one person so many, the oldest giving way; of all so many, further ones refused.
 * It ends before the web server waits for open requests, which these would hold up.
 */
@Component
public class LiveDesk implements SmartLifecycle {

    private static final int MOST_OF_A_PERSON = 4;
    private static final int MOST = 2000;
    private static final int MOST_WATCHED = 100;
    private static final int THREADS = 4;
    private static final long BEAT_SECONDS = 15;

    private final LiveTasks tasks;
    private final TaskChanges changes;
    private final Map<UUID, Deque<LiveStream>> streams = new HashMap<>();
    private @Nullable ExecutorService work;
    private @Nullable Thread heart;

    LiveDesk(LiveTasks tasks, TaskChanges changes) {
        this.tasks = tasks;
        this.changes = changes;
    }

    /**
     * A page begins to listen and is told at once how its tasks stand, so that nothing is missed between two lines.
     *
     * @param watched the tasks it shows; of more than a hundred the first ones
     * @return nothing where no more can listen
     */
    public Optional<SseEmitter> listen(LiveReader reader, List<UUID> watched) {
        // First of all: that everything counts as changed when it begins would be told to the new page twice.
        changes.hear(this::tell);
        LiveStream stream;
        LiveStream oldest = null;
        synchronized (this) {
            if (work == null || count() >= MOST) {
                return Optional.empty();
            }
            stream = new LiveStream(
                    reader, watched.stream().distinct().limit(MOST_WATCHED).toList(), tasks, work, this::left);
            Deque<LiveStream> own = streams.computeIfAbsent(reader.person(), person -> new ArrayDeque<>());
            own.addLast(stream);
            if (own.size() > MOST_OF_A_PERSON) {
                oldest = own.removeFirst();
            }
            beginToBeat();
        }
        if (oldest != null) {
            oldest.end("replaced");
        }
        stream.hear(new TaskChanges.Changed(Set.of()));
        return Optional.of(stream.emitter());
    }

    private void tell(TaskChanges.Changed changed) {
        open().forEach(stream -> stream.hear(changed));
    }

    /** Keeps the lines open that still may be, and ends the others. */
    public void beat() {
        open().forEach(LiveStream::tell);
    }

    /** How many pages listen. */
    public synchronized int count() {
        return streams.values().stream().mapToInt(Deque::size).sum();
    }

    private synchronized List<LiveStream> open() {
        return streams.values().stream().flatMap(Deque::stream).toList();
    }

    private synchronized void left(LiveStream stream) {
        Deque<LiveStream> own = streams.get(stream.reader().person());
        if (own != null && own.remove(stream) && own.isEmpty()) {
            streams.remove(stream.reader().person());
        }
    }

    private void beginToBeat() {
        if (heart == null) {
            Thread beating = new Thread(this::beatOn, "live-desk");
            beating.setDaemon(true);
            heart = beating;
            beating.start();
        }
    }

    private void beatOn() {
        try {
            while (true) {
                TimeUnit.SECONDS.sleep(BEAT_SECONDS);
                beat();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void start() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new CustomizableThreadFactory("live-desk-"));
        threads.allowCoreThreadTimeOut(true);
        changes.start();
        work = threads;
    }

    @Override
    public void stop() {
        ExecutorService working;
        Thread beating;
        synchronized (this) {
            working = work;
            work = null;
            beating = heart;
            heart = null;
        }
        changes.stop();
        if (beating != null) {
            beating.interrupt();
        }
        open().forEach(stream -> stream.end("stopped"));
        if (working != null) {
            working.shutdown();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return work != null;
    }

    /** First of all to stop, before the web server begins to wait. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
