package io.simbaerp.workflow.engine.gate;

import io.simbaerp.architecture.RuleViolation;
import java.util.List;
import java.util.stream.Collectors;

/** A model holds something the gate doesn't know. Nothing of the deployment was stored and nothing ran. */
public class DeploymentRefused extends RuleViolation {

    private final List<Refusal> refusals;

    public DeploymentRefused(List<Refusal> refusals) {
        super(
                "workflow.deployment-refused",
                refusals.stream().map(Refusal::toString).collect(Collectors.joining("; ")));
        this.refusals = List.copyOf(refusals);
    }

    /** Each names element and attribute. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
