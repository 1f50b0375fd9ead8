package io.simbaerp.task.live.web;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.task.live.LiveDesk;
import io.simbaerp.task.live.LiveReader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Where an open page listens to what happens to its tasks, as server-sent events. */
@Controller
class LiveController {

    private final LiveDesk desk;
    private final CurrentActor currentActor;
    private final Permission permission;

    LiveController(LiveDesk desk, CurrentActor currentActor, Permission permission) {
        this.desk = desk;
        this.currentActor = currentActor;
        this.permission = permission;
    }

    /** Stays open; whoever doesn't ask for events, as a browser does, would wait for an end that never comes. */
    @GetMapping("/tasks/live")
    ResponseEntity<SseEmitter> live(
            @RequestParam("task") List<UUID> watched, HttpServletRequest request, Locale language) {
        permission.require(Duty.WORK_ON_TASK);
        Acting acting = currentActor.get();
        UUID person = acting.actor().userId().orElse(null);
        if (person == null || !MediaType.TEXT_EVENT_STREAM_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT))) {
            return ResponseEntity.status(HttpStatus.NOT_ACCEPTABLE).build();
        }
        HttpSession session = request.getSession(false);
        LiveReader reader = new LiveReader(
                person, acting.company(), acting.onBehalfOf(), session == null ? null : session.getId(), language);
        return desk.listen(reader, watched)
                .map(stream -> ResponseEntity.ok()
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        // A proxy that collects answers would hold the events back.
                        .header("X-Accel-Buffering", "no")
                        .body(stream))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, "60")
                        .build());
    }
}
