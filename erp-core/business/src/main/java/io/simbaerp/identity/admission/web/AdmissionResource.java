package io.simbaerp.identity.admission.web;

import io.simbaerp.identity.admission.AdmitUser;
import io.simbaerp.identity.admission.IssuedCode;
import io.simbaerp.identity.admission.MakeFirstCode;
import io.simbaerp.identity.admission.WaitingForFirstPassword;
import io.simbaerp.page.Page;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Admitting over REST. A code of one's own is made in a session only, like a token. */
@RestController
@RequestMapping("/api/v1")
class AdmissionResource {

    /** Whose code, and in which role. */
    record AdmissionForm(@Nullable String code, @Nullable String role) {}

    /** Who was admitted. */
    record Admitted(UUID user) {}

    private final AdmitUser admitUser;
    private final MakeFirstCode makeFirstCode;
    private final WaitingForFirstPassword waiting;

    AdmissionResource(AdmitUser admitUser, MakeFirstCode makeFirstCode, WaitingForFirstPassword waiting) {
        this.admitUser = admitUser;
        this.makeFirstCode = makeFirstCode;
        this.waiting = waiting;
    }

    @PostMapping("/admissions")
    ResponseEntity<Admitted> admit(@RequestBody AdmissionForm form) {
        UUID user = admitUser.admit(form.code(), form.role());
        return ResponseEntity.created(URI.create("/api/v1/people/" + user)).body(new Admitted(user));
    }

    /** Who was let in and has not chosen a password yet. */
    @GetMapping("/people/without-password")
    Page<UUID> waiting() {
        return new Page<>(waiting.all(), null);
    }

    /** A code with which somebody let in chooses their first password; the answer is the one time it is seen. */
    @PostMapping("/people/{id}/first-code")
    ResponseEntity<IssuedCode> firstCode(@PathVariable UUID id) {
        return ResponseEntity.status(201).body(makeFirstCode.make(id));
    }
}
