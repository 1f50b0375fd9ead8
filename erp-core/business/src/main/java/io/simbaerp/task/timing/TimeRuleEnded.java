package io.simbaerp.task.timing;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A time rule was ended. */
public record TimeRuleEnded(CompanyId company, Actor actor, Instant at, UUID ruleId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("time-rule", ruleId);
    }
}
