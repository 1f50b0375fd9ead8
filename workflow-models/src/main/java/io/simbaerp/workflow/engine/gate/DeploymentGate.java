package io.simbaerp.workflow.engine.gate;

import io.simbaerp.task.TaskForms;
import io.simbaerp.workflow.engine.StepRegistry;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.stereotype.Component;

/**
 * The one gate every deployment passes, ours at start as well, before the engine reads a word of it. It knows a list of
 * elements, attributes and shapes of expressions; whatever isn't on the list is refused, with element and attribute
 * named. Restricting the engine's beans alone would not do: an expression like {@code ''.getClass().forName(...)} needs
 * no bean to start a program.
 */
@Component
public class DeploymentGate implements Deployer {

    private final BpmnGate bpmn;
    private final DmnGate dmn;

    DeploymentGate(StepRegistry steps, TaskForms forms) {
        this.bpmn = new BpmnGate(steps, forms);
        this.dmn = new DmnGate();
    }

    /** @throws DeploymentRefused if any resource holds anything that isn't known */
    @Override
    public void deploy(DeploymentEntity deployment) {
        List<Refusal> refusals = new ArrayList<>();
        for (ResourceEntity resource : deployment.getResources().values()) {
            refusals.addAll(check(resource.getName(), resource.getBytes()));
        }
        if (!refusals.isEmpty()) {
            throw new DeploymentRefused(refusals);
        }
    }

    /** What the gate would refuse in this resource; nothing if it may pass. */
    public List<Refusal> check(String resource, byte[] content) {
        if (resource.endsWith(".bpmn")) {
            return ModelXml.read(resource, content, bpmn::check);
        }
        if (resource.endsWith(".dmn")) {
            return ModelXml.read(resource, content, dmn::check);
        }
        return List.of(new Refusal(resource, "resource", null, "is neither .bpmn nor .dmn"));
    }
}
