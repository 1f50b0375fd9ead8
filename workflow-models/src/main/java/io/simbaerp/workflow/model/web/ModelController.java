package io.simbaerp.workflow.model.web;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.identity.fresh.ProveAgain;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import io.simbaerp.workflow.engine.gate.DeploymentRefused;
import io.simbaerp.workflow.engine.gate.Refusal;
import io.simbaerp.workflow.model.ModelDraft;
import io.simbaerp.workflow.model.ModelVersions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Processes and decision tables with their versions: handing in a file, what the gate says to it, and deciding about it. */
@Controller
@RequestMapping("/models")
class ModelController {

    private final ModelDoors doors;
    private final ProveAgain proveAgain;
    private final Permission permission;
    private final CurrentActor currentActor;
    private final BusinessDay businessDay;
    private final RuleTexts texts;

    ModelController(
            ModelDoors doors,
            ProveAgain proveAgain,
            Permission permission,
            CurrentActor currentActor,
            BusinessDay businessDay,
            RuleTexts texts) {
        this.doors = doors;
        this.proveAgain = proveAgain;
        this.permission = permission;
        this.currentActor = currentActor;
        this.businessDay = businessDay;
        this.texts = texts;
    }

    /** One thing the gate says, in words. */
    record FindingRow(String element, @Nullable String attribute, String text) {}

    /**
     * All models and the form of a proposal.
     *
     * @param checked the name of the model that was looked at and may be proposed, if one was
     */
    record ModelsView(
            List<ModelVersions.Model> models,
            boolean proposes,
            LocalDate today,
            String reason,
            @Nullable LocalDate effectiveFrom,
            @Nullable String checked,
            List<FindingRow> findings) {}

    /** One version: its text, and what whoever looks at it may do. */
    record VersionView(ModelVersions.Version version, String text, boolean decides, boolean own) {}

    @GetMapping
    ModelAndView all() {
        return page("", null, null, List.of());
    }

    @PostMapping("/check")
    ModelAndView check(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable LocalDate effectiveFrom)
            throws IOException {
        var findings = doors.check().check(file.getBytes());
        return page(reason, effectiveFrom, findings.refusals().isEmpty() ? findings.key() : null, findings.refusals());
    }

    @PostMapping
    ModelAndView propose(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable LocalDate effectiveFrom,
            RedirectAttributes flash)
            throws IOException {
        try {
            UUID version = doors.propose().propose(new ModelDraft(file.getBytes(), reason, effectiveFrom));
            flash.addFlashAttribute("toast", Toast.of("workflow.model-proposed"));
            return new ModelAndView("redirect:/models/" + version);
        } catch (DeploymentRefused refused) {
            return page(reason, effectiveFrom, null, refused.refusals());
        } catch (RuleViolation refused) {
            ModelAndView again = page(reason, effectiveFrom, null, List.of());
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again.addObject("problem", texts.problem(refused));
        }
    }

    @GetMapping("/{id}")
    ModelAndView version(@PathVariable UUID id) {
        return version(id, null);
    }

    /** The password and the approval in one form: what was entered counts from then on. */
    @PostMapping("/{id}/deployment")
    ModelAndView deploy(
            @PathVariable UUID id,
            @RequestParam String contentHash,
            @RequestParam(defaultValue = "") String password,
            RedirectAttributes flash) {
        try {
            permission.require(Duty.DEPLOY_MODEL);
            proveAgain.prove(password).require();
            doors.deploy().deploy(id, contentHash);
        } catch (RuleViolation refused) {
            return version(id, refused);
        }
        return done(id, "workflow.model-deployed", flash);
    }

    @PostMapping("/{id}/rejection")
    ModelAndView reject(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String comment, RedirectAttributes flash) {
        try {
            doors.reject().reject(id, comment);
        } catch (RuleViolation refused) {
            return version(id, refused);
        }
        return done(id, "workflow.model-rejected", flash);
    }

    @PostMapping("/{id}/withdrawal")
    ModelAndView withdraw(@PathVariable UUID id, RedirectAttributes flash) {
        try {
            doors.withdraw().withdraw(id);
        } catch (RuleViolation refused) {
            return version(id, refused);
        }
        return done(id, "workflow.model-withdrawn", flash);
    }

    @GetMapping("/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        ModelVersions.Version version = doors.versions().byId(id);
        String name = version.key() + "-" + version.number() + (version.bpmn() ? ".bpmn" : ".dmn");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(doors.versions().content(id));
    }

    private static ModelAndView done(UUID id, String message, RedirectAttributes flash) {
        flash.addFlashAttribute("toast", Toast.of(message));
        return new ModelAndView("redirect:/models/" + id);
    }

    private ModelAndView page(
            String reason, @Nullable LocalDate effectiveFrom, @Nullable String checked, List<Refusal> refusals) {
        ModelAndView page = new ModelAndView(
                "workflow/models",
                "view",
                new ModelsView(
                        doors.versions().all(),
                        permission.has(Duty.PROPOSE_MODEL),
                        businessDay.today(),
                        reason,
                        effectiveFrom,
                        checked,
                        refusals.stream().map(this::row).toList()));
        page.setStatus(refusals.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private FindingRow row(Refusal refusal) {
        return new FindingRow(
                refusal.element(), refusal.attribute(), texts.message("workflow.gate." + refusal.key(), List.of()));
    }

    private ModelAndView version(UUID id, @Nullable RuleViolation refused) {
        ModelVersions.Version version = doors.versions().byId(id);
        boolean own = currentActor.get().people().contains(version.proposedBy());
        ModelAndView page = new ModelAndView(
                "workflow/model",
                "view",
                new VersionView(
                        version,
                        new String(doors.versions().content(id), StandardCharsets.UTF_8),
                        permission.has(Duty.DEPLOY_MODEL) && !own,
                        own));
        if (refused != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            page.addObject("problem", texts.problem(refused));
        }
        return page;
    }
}
