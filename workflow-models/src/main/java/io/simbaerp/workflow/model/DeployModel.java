package io.simbaerp.workflow.model;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.identity.fresh.FreshSignIn;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Approves the version somebody else proposed and deploys it for the company. From its day on processes begin by it;
 * those that run go on by the version they began with.
 */
@UseCase(Duty.DEPLOY_MODEL)
public class DeployModel {

    private final ModelBook book;
    private final FreshSignIn freshSignIn;
    private final RepositoryService repository;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeployModel(
            ModelBook book,
            FreshSignIn freshSignIn,
            RepositoryService repository,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.book = book;
        this.freshSignIn = freshSignIn;
        this.repository = repository;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param contentHash of what was looked at
     * @throws RuleViolation sign-in.not-fresh, model.own-proposal, model.in-own-name-only, model.unreadable by the engine
     * @throws Conflict model.decided-already, model.content-changed
     * @throws io.simbaerp.workflow.engine.gate.DeploymentRefused if it does not pass the gate any more
     */
    public void deploy(@About("model-version") UUID version, String contentHash) {
        ModelBook.Proposal proposal = book.undecided(version);
        freshSignIn.require();
        book.requireSecondPerson(proposal);
        if (!proposal.hash().equals(contentHash)) {
            throw new Conflict("model.content-changed");
        }
        book.decide(proposal, "DEPLOYED", "", deploy(proposal));
        events.publishEvent(new ModelDeployed(currentActor.company(), currentActor.actor(), clock.instant(), version));
    }

    private String deploy(ModelBook.Proposal proposal) {
        try {
            DeploymentWithDefinitions deployed = repository
                    .createDeployment()
                    .name(proposal.id().toString())
                    .tenantId(currentActor.company().toString())
                    .addInputStream(proposal.model().file(), new ByteArrayInputStream(proposal.content()))
                    .deployWithResult();
            Stream<? extends ResourceDefinition> definitions = proposal.bpmn()
                    ? deployed.getDeployedProcessDefinitions().stream()
                    : deployed.getDeployedDecisionDefinitions().stream();
            return definitions.map(ResourceDefinition::getId).findFirst().orElseThrow();
        } catch (ParseException unreadable) {
            throw new RuleViolation("model.unreadable", String.valueOf(unreadable.getMessage()));
        }
    }
}
