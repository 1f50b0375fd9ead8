package io.simbaerp.task.link;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A task was decided by a link in mail, without its person having signed in. */
public record TaskDecidedByMail(
        CompanyId company, Actor actor, Instant at, UUID taskId, UUID linkId, List<Subject> concerns)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("task", taskId);
    }
}
