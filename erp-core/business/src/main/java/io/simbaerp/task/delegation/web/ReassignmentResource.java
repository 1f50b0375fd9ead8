package io.simbaerp.task.delegation.web;

import io.simbaerp.task.delegation.Delegation;
import io.simbaerp.task.delegation.Delegations;
import io.simbaerp.task.delegation.ReassignTask;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Gives tasks that colleagues hold to others, for programs of their superiors and substitutes. */
@RestController
@RequestMapping("/api/v1/tasks/{id}/reassignments")
class ReassignmentResource {

    private final ReassignTask reassignTask;
    private final Delegations delegations;

    ReassignmentResource(ReassignTask reassignTask, Delegations delegations) {
        this.reassignTask = reassignTask;
        this.delegations = delegations;
    }

    /** Who gets it, and what they should know. */
    record ReassignmentJson(@Nullable UUID person, @Nullable String note) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Delegation reassign(@PathVariable UUID id, @RequestBody ReassignmentJson reassignment) {
        UUID made = reassignTask.reassign(id, reassignment.person(), reassignment.note());
        return delegations.of(id).stream()
                .filter(one -> one.id().equals(made))
                .findFirst()
                .orElseThrow();
    }
}
