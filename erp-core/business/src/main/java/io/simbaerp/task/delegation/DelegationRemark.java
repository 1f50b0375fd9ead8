package io.simbaerp.task.delegation;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.document.remark.TimelineRemark;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts to whom a task was handed, and why, into the history of the document. */
@Component
class DelegationRemark implements TimelineRemark {

    private final Delegations delegations;
    private final ActorNames names;

    DelegationRemark(Delegations delegations, ActorNames names) {
        this.delegations = delegations;
        this.names = names;
    }

    @Override
    public Optional<String> of(String event, Subject link) {
        return event.equals("task-delegated") ? delegations.byId(link.id()).map(this::words) : Optional.empty();
    }

    private String words(Delegation delegation) {
        String to = names.nameOf(Actor.person(delegation.delegatedTo()));
        return delegation.note() == null ? to : to + ": " + delegation.note();
    }
}
