package io.simbaerp.identity.separation.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.identity.separation.ApproveDutyException;
import io.simbaerp.identity.separation.ConflictDraft;
import io.simbaerp.identity.separation.DutyConflict;
import io.simbaerp.identity.separation.DutyConflicts;
import io.simbaerp.identity.separation.DutyException;
import io.simbaerp.identity.separation.HeldConflict;
import io.simbaerp.identity.separation.PersonHolding;
import io.simbaerp.identity.separation.RequestDutyException;
import io.simbaerp.identity.separation.WithdrawDutyException;
import io.simbaerp.page.Page;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Conflicting duties and exceptions over REST. */
@RestController
@RequestMapping("/api/v1")
class SeparationResource {

    private final DutyConflicts conflicts;
    private final RequestDutyException request;
    private final ApproveDutyException approve;
    private final WithdrawDutyException withdraw;
    private final ConflictChanges changes;

    SeparationResource(
            DutyConflicts conflicts,
            RequestDutyException request,
            ApproveDutyException approve,
            WithdrawDutyException withdraw,
            ConflictChanges changes) {
        this.changes = changes;
        this.conflicts = conflicts;
        this.request = request;
        this.approve = approve;
        this.withdraw = withdraw;
    }

    /** The pairs that conflict. */
    @GetMapping("/duty-conflicts")
    Page<DutyConflict> rules() {
        return new Page<>(conflicts.rules(), null);
    }

    /** Who holds both sides of one. */
    @GetMapping("/duty-conflicts/held")
    Page<HeldConflict> held() {
        return new Page<>(conflicts.present(), null);
    }

    /** Whom a pair would stop that isn't there yet. */
    @GetMapping("/duty-conflicts/preview")
    Page<PersonHolding> preview(@RequestParam Duty one, @RequestParam Duty other) {
        return new Page<>(conflicts.holding(one, other), null);
    }

    @PostMapping("/duty-conflicts")
    ResponseEntity<DutyConflict> add(@RequestBody ConflictDraft draft) {
        UUID id = changes.add(draft);
        return ResponseEntity.status(201)
                .body(conflicts.rules().stream()
                        .filter(conflict -> conflict.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("duty-conflict", id)));
    }

    @DeleteMapping("/duty-conflicts/{id}")
    ResponseEntity<Void> remove(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        changes.remove(id, reason);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/duty-exceptions")
    Page<DutyException> exceptions() {
        return new Page<>(conflicts.exceptions(), null);
    }

    @PostMapping("/duty-exceptions")
    ResponseEntity<DutyException> ask(@RequestBody ExceptionForm form) {
        if (form.user() == null || form.conflict() == null) {
            throw new NotFound("duty-conflict", Objects.toString(form.conflict()));
        }
        UUID id = request.request(form.user(), form.conflict(), form.reason(), form.endsOn());
        return ResponseEntity.created(URI.create("/api/v1/duty-exceptions/" + id))
                .body(one(id));
    }

    @GetMapping("/duty-exceptions/{id}")
    DutyException one(@PathVariable UUID id) {
        return conflicts.exceptions().stream()
                .filter(exception -> exception.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("duty-exception", id));
    }

    @PostMapping("/duty-exceptions/{id}/approve")
    DutyException approve(@PathVariable UUID id) {
        approve.approve(id);
        return one(id);
    }

    @PostMapping("/duty-exceptions/{id}/withdraw")
    DutyException withdraw(@PathVariable UUID id) {
        withdraw.withdraw(id);
        return one(id);
    }
}
