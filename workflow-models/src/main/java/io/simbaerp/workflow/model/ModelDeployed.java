package io.simbaerp.workflow.model;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A proposed version of a model was approved by a second person and deployed. */
public record ModelDeployed(CompanyId company, Actor actor, Instant at, UUID versionId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("model-version", versionId);
    }
}
