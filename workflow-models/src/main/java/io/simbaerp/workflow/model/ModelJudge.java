package io.simbaerp.workflow.model;

import io.simbaerp.page.sheet.FileReading;
import io.simbaerp.workflow.engine.gate.DeploymentGate;
import io.simbaerp.workflow.engine.gate.NamedModel;
import io.simbaerp.workflow.engine.gate.Refusal;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;

/** Judges a file before anybody decides about it: what it is, and all that keeps it from being deployed. */
@Component
class ModelJudge {

    private static final int LARGEST = 2 * 1024 * 1024;

    private final DeploymentGate gate;
    private final RepositoryService repository;
    private final FileReading reading;

    ModelJudge(DeploymentGate gate, RepositoryService repository, FileReading reading) {
        this.gate = gate;
        this.repository = repository;
        this.reading = reading;
    }

    /** What a file is, and what is wrong with it. */
    record Judged(NamedModel model, List<Refusal> refusals) {}

    /** @throws io.simbaerp.architecture.RuleViolation of content: too-slow, too-much-memory, too-deep-inside */
    Judged judge(byte[] content) {
        Judged read = reading.file(content, () -> read(content));
        return read.refusals().isEmpty() && !known(read.model())
                ? refused(read.model(), "is no process or decision of this system")
                : read;
    }

    private Judged read(byte[] content) {
        List<NamedModel> models = content.length == 0 || content.length > LARGEST ? List.of() : NamedModel.in(content);
        NamedModel model = models.size() == 1 ? models.get(0) : new NamedModel(true, "", "");
        if (models.size() != 1) {
            return refused(model, models.isEmpty() ? "holds no process and no decision" : "holds more than one model");
        }
        List<Refusal> refusals = gate.check(model.file(), content);
        if (!refusals.isEmpty()) {
            return new Judged(model, refusals);
        }
        return wellFormed(model, content) ? new Judged(model, List.of()) : refused(model, "does not fit its schema");
    }

    private static Judged refused(NamedModel model, String reason) {
        return new Judged(model, List.of(new Refusal(model.key(), "document", null, reason)));
    }

    /** Only what comes with the system is ever begun or asked; a model of another name would lie about. */
    private boolean known(NamedModel model) {
        return model.bpmn()
                ? repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(model.key())
                                .withoutTenantId()
                                .count()
                        > 0
                : repository
                                .createDecisionDefinitionQuery()
                                .decisionDefinitionKey(model.key())
                                .withoutTenantId()
                                .count()
                        > 0;
    }

    private static boolean wellFormed(NamedModel model, byte[] content) {
        try {
            if (model.bpmn()) {
                Bpmn.validateModel(Bpmn.readModelFromStream(new ByteArrayInputStream(content)));
            } else {
                Dmn.validateModel(Dmn.readModelFromStream(new ByteArrayInputStream(content)));
            }
            return true;
        } catch (ModelException unfit) {
            return false;
        }
    }
}
