package io.simbaerp.workflow.model.web;

import io.simbaerp.workflow.model.CheckModel;
import io.simbaerp.workflow.model.ModelDraft;
import io.simbaerp.workflow.model.ModelVersions;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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

/** Versions of models for programs. Deploying one takes a fresh sign-in, see {@code /api/v1/fresh-sign-in}. */
@RestController
@RequestMapping("/api/v1/models")
class ModelResource {

    private final ModelDoors doors;

    ModelResource(ModelDoors doors) {
        this.doors = doors;
    }

    /** A file as text, why it is to change, and from when on. */
    record ProposalJson(
            @Nullable String content,
            @Nullable String reason,
            @Nullable LocalDate effectiveFrom) {

        byte[] bytes() {
            return Objects.requireNonNullElse(content, "").getBytes(StandardCharsets.UTF_8);
        }
    }

    /** What is approved, by its hash. */
    record DeploymentJson(@Nullable String contentHash) {}

    /** Why it is rejected. */
    record RejectionJson(@Nullable String comment) {}

    @GetMapping
    List<ModelVersions.Model> all() {
        return doors.versions().all();
    }

    @GetMapping("/{id}")
    ModelVersions.Version one(@PathVariable UUID id) {
        return doors.versions().byId(id);
    }

    /** What the gate says; nothing is kept. */
    @PostMapping("/check")
    CheckModel.Findings check(@RequestBody ProposalJson proposal) {
        return doors.check().check(proposal.bytes());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ModelVersions.Version propose(@RequestBody ProposalJson proposal) {
        return one(doors.propose()
                .propose(new ModelDraft(
                        proposal.bytes(),
                        Objects.requireNonNullElse(proposal.reason(), ""),
                        proposal.effectiveFrom())));
    }

    @PostMapping("/{id}/deployment")
    ModelVersions.Version deploy(@PathVariable UUID id, @RequestBody DeploymentJson deployment) {
        doors.deploy().deploy(id, Objects.requireNonNullElse(deployment.contentHash(), ""));
        return one(id);
    }

    @PostMapping("/{id}/rejection")
    ModelVersions.Version reject(@PathVariable UUID id, @RequestBody RejectionJson rejection) {
        doors.reject().reject(id, Objects.requireNonNullElse(rejection.comment(), ""));
        return one(id);
    }

    @PostMapping("/{id}/withdrawal")
    ModelVersions.Version withdraw(@PathVariable UUID id) {
        doors.withdraw().withdraw(id);
        return one(id);
    }
}
