package io.simbaerp.task.watch.web;

import io.simbaerp.task.watch.StartWatching;
import io.simbaerp.task.watch.StopWatching;
import io.simbaerp.task.watch.Watched;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Watches tasks and documents, for programs. */
@RestController
@RequestMapping("/api/v1")
class WatchResource {

    private final StartWatching startWatching;
    private final StopWatching stopWatching;

    WatchResource(StartWatching startWatching, StopWatching stopWatching) {
        this.startWatching = startWatching;
        this.stopWatching = stopWatching;
    }

    /** Whether it is watched from now on. */
    record WatchJson(boolean watched) {}

    @PostMapping("/tasks/{id}/watch")
    WatchJson watchTask(@PathVariable UUID id) {
        startWatching.watch(Watched.task(id));
        return new WatchJson(true);
    }

    @PostMapping("/tasks/{id}/unwatch")
    WatchJson unwatchTask(@PathVariable UUID id) {
        stopWatching.stop(Watched.task(id));
        return new WatchJson(false);
    }

    @PostMapping("/documents/{id}/watch")
    WatchJson watchDocument(@PathVariable UUID id) {
        startWatching.watch(Watched.document(id));
        return new WatchJson(true);
    }

    @PostMapping("/documents/{id}/unwatch")
    WatchJson unwatchDocument(@PathVariable UUID id) {
        stopWatching.stop(Watched.document(id));
        return new WatchJson(false);
    }
}
