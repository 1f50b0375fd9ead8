package io.simbaerp.task.delegation.web;

import io.simbaerp.task.Tasks;
import io.simbaerp.task.delegation.DelegateTask;
import io.simbaerp.task.delegation.Delegation;
import io.simbaerp.task.delegation.Delegations;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Hands tasks on, for programs. */
@RestController
@RequestMapping("/api/v1/tasks/{id}/delegations")
class DelegationResource {

    private final DelegateTask delegateTask;
    private final Delegations delegations;
    private final Tasks tasks;

    DelegationResource(DelegateTask delegateTask, Delegations delegations, Tasks tasks) {
        this.delegateTask = delegateTask;
        this.delegations = delegations;
        this.tasks = tasks;
    }

    /** Who gets it, and what they should know. */
    record DelegationJson(@Nullable UUID person, @Nullable String note) {}

    /** From hand to hand. */
    record DelegationsJson(List<Delegation> items) {}

    @GetMapping
    DelegationsJson of(@PathVariable UUID id) {
        return new DelegationsJson(delegations.of(tasks.byId(id).id()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Delegation delegate(@PathVariable UUID id, @RequestBody DelegationJson delegation) {
        UUID made = delegateTask.delegate(id, delegation.person(), delegation.note());
        return delegations.of(id).stream()
                .filter(one -> one.id().equals(made))
                .findFirst()
                .orElseThrow();
    }
}
