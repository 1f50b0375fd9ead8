package io.simbaerp.task.watch.web;

import io.simbaerp.page.Toast;
import io.simbaerp.task.watch.StartWatching;
import io.simbaerp.task.watch.StopWatching;
import io.simbaerp.task.watch.Watched;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Watches tasks and documents from their pages. */
@Controller
class WatchController {

    private final StartWatching startWatching;
    private final StopWatching stopWatching;

    WatchController(StartWatching startWatching, StopWatching stopWatching) {
        this.startWatching = startWatching;
        this.stopWatching = stopWatching;
    }

    @PostMapping("/tasks/{id}/watch")
    String watchTask(@PathVariable UUID id, RedirectAttributes redirect) {
        startWatching.watch(Watched.task(id));
        return back("/tasks/" + id, "watch.begun", redirect);
    }

    @PostMapping("/tasks/{id}/unwatch")
    String unwatchTask(@PathVariable UUID id, RedirectAttributes redirect) {
        stopWatching.stop(Watched.task(id));
        return back("/tasks/" + id, "watch.ended", redirect);
    }

    @PostMapping("/documents/{id}/watch")
    String watchDocument(@PathVariable UUID id, RedirectAttributes redirect) {
        startWatching.watch(Watched.document(id));
        return back("/documents/" + id, "watch.begun", redirect);
    }

    @PostMapping("/documents/{id}/unwatch")
    String unwatchDocument(@PathVariable UUID id, RedirectAttributes redirect) {
        stopWatching.stop(Watched.document(id));
        return back("/documents/" + id, "watch.ended", redirect);
    }

    private static String back(String page, String message, RedirectAttributes redirect) {
        redirect.addFlashAttribute("toast", Toast.of(message));
        return "redirect:" + page;
    }
}
