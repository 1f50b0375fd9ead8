package io.simbaerp.approval.added.web;

import io.simbaerp.approval.Approvals;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.approval.why.WhyAsked;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Why a task came to its reader, for programs. */
@RestController
@RequestMapping("/api/v1/tasks/{id}/why")
class WhyResource {

    private final Tasks tasks;
    private final Approvals approvals;

    WhyResource(Tasks tasks, Approvals approvals) {
        this.tasks = tasks;
        this.approvals = approvals;
    }

    /** The rows of the decision table that asked the task's seat; not there where no table was asked. */
    @GetMapping
    WhyAsked why(@PathVariable UUID id) {
        TaskView task = tasks.byId(id);
        return Seat.ofRule(task.rule())
                .or(() -> task.candidateDuties().stream().findFirst().map(Seat::of))
                .flatMap(seat -> approvals.why(task.subject(), seat))
                .orElseThrow(() -> new NotFound("why", id));
    }
}
