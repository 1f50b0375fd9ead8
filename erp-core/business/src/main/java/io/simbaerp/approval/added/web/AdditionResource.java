package io.simbaerp.approval.added.web;

import io.simbaerp.approval.added.AddApprover;
import io.simbaerp.approval.added.AddedApproval;
import io.simbaerp.approval.added.AddedApprovals;
import io.simbaerp.task.Tasks;
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

/** Approvers who are added ad hoc, for programs. They decide by completing the task of their own. */
@RestController
@RequestMapping("/api/v1/tasks/{id}/approvers")
class AdditionResource {

    private final AddApprover addApprover;
    private final AddedApprovals additions;
    private final Tasks tasks;

    AdditionResource(AddApprover addApprover, AddedApprovals additions, Tasks tasks) {
        this.addApprover = addApprover;
        this.additions = additions;
        this.tasks = tasks;
    }

    /** Who is added, and why. */
    record AdditionJson(@Nullable UUID person, @Nullable String reason) {}

    /** Everybody who was asked to approve the matter besides. */
    record AdditionsJson(List<AddedApproval> items) {}

    @GetMapping
    AdditionsJson about(@PathVariable UUID id) {
        return new AdditionsJson(additions.of(tasks.byId(id).subject()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AddedApproval add(@PathVariable UUID id, @RequestBody AdditionJson addition) {
        UUID added = addApprover.add(id, addition.person(), addition.reason());
        return additions.of(tasks.byId(id).subject()).stream()
                .filter(one -> one.id().equals(added))
                .findFirst()
                .orElseThrow();
    }
}
