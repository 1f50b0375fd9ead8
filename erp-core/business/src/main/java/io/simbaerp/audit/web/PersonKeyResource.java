package io.simbaerp.audit.web;

import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.person.DisposePersonKey;
import io.simbaerp.audit.person.PersonKeyState;
import io.simbaerp.audit.person.PlacePersonHold;
import io.simbaerp.audit.person.ReleasePersonHold;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The values about a person over REST: how it stands with them, holds, and disposing of their key. */
@RestController
@RequestMapping("/api/v1/audit-trail/persons/{kind}/{id}")
class PersonKeyResource {

    private final PersonKeyState state;
    private final DisposePersonKey dispose;
    private final PlacePersonHold place;
    private final ReleasePersonHold release;

    PersonKeyResource(
            PersonKeyState state, DisposePersonKey dispose, PlacePersonHold place, ReleasePersonHold release) {
        this.state = state;
        this.dispose = dispose;
        this.place = place;
        this.release = release;
    }

    record ReasonBody(@Nullable String reason) {

        String given() {
            return Objects.requireNonNullElse(reason, "");
        }
    }

    @GetMapping
    PersonKeyState.State state(@PathVariable String kind, @PathVariable UUID id) {
        return state.of(new Subject(kind, id));
    }

    @PostMapping("/dispose")
    PersonKeyState.State dispose(@PathVariable String kind, @PathVariable UUID id, @RequestBody ReasonBody body) {
        dispose.dispose(new Subject(kind, id), body.given());
        return state(kind, id);
    }

    @PostMapping("/holds")
    PersonKeyState.State hold(@PathVariable String kind, @PathVariable UUID id, @RequestBody ReasonBody body) {
        place.place(new Subject(kind, id), body.given());
        return state(kind, id);
    }

    @PostMapping("/holds/{hold}/release")
    PersonKeyState.State release(
            @PathVariable String kind, @PathVariable UUID id, @PathVariable UUID hold, @RequestBody ReasonBody body) {
        release.release(new Subject(kind, id), hold, body.given());
        return state(kind, id);
    }
}
