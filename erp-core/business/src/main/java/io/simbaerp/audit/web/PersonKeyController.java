package io.simbaerp.audit.web;

import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.person.DisposePersonKey;
import io.simbaerp.audit.person.PlacePersonHold;
import io.simbaerp.audit.person.ReleasePersonHold;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is done about the values of a person, from the history of that person. */
@Controller
@RequestMapping("/audit-trail/records/{kind}/{id}")
class PersonKeyController {

    private final DisposePersonKey dispose;
    private final PlacePersonHold place;
    private final ReleasePersonHold release;

    PersonKeyController(DisposePersonKey dispose, PlacePersonHold place, ReleasePersonHold release) {
        this.dispose = dispose;
        this.place = place;
        this.release = release;
    }

    @PostMapping("/dispose")
    String dispose(@PathVariable String kind, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        dispose.dispose(new Subject(kind, id), reason);
        return history(kind, id);
    }

    @PostMapping("/hold")
    String hold(@PathVariable String kind, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        place.place(new Subject(kind, id), reason);
        return history(kind, id);
    }

    @PostMapping("/holds/{hold}/release")
    String release(
            @PathVariable String kind,
            @PathVariable UUID id,
            @PathVariable UUID hold,
            @RequestParam(defaultValue = "") String reason) {
        release.release(new Subject(kind, id), hold, reason);
        return history(kind, id);
    }

    private static String history(String kind, UUID id) {
        return "redirect:/audit-trail/records/" + kind.replaceAll("[^a-z-]", "") + "/" + id;
    }
}
