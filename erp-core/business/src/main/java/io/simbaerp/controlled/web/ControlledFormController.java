package io.simbaerp.controlled.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.controlled.BeginControlledDocument;
import io.simbaerp.controlled.ChangeDraft;
import io.simbaerp.controlled.ControlledDocuments;
import io.simbaerp.controlled.DocumentView;
import io.simbaerp.controlled.VersionView;
import io.simbaerp.identity.Colleagues;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form in which a version is written. */
@Controller
@RequestMapping("/controlled-documents")
class ControlledFormController {

    private final BeginControlledDocument begin;
    private final ChangeDraft change;
    private final ControlledDocuments documents;
    private final Colleagues colleagues;
    private final Permission permission;
    private final RuleTexts texts;

    ControlledFormController(
            BeginControlledDocument begin,
            ChangeDraft change,
            ControlledDocuments documents,
            Colleagues colleagues,
            Permission permission,
            RuleTexts texts) {
        this.begin = begin;
        this.change = change;
        this.documents = documents;
        this.colleagues = colleagues;
        this.permission = permission;
        this.texts = texts;
    }

    /** A role that may be chosen. */
    record Choice(String code, String name, boolean chosen) {}

    /**
     * The form.
     *
     * @param id the document it changes; nothing for a new one
     */
    record FormPage(
            @Nullable UUID id,
            @Nullable String number,
            VersionView.@Nullable FileView file,
            ControlledForm form,
            List<Choice> roles) {}

    @GetMapping("/new")
    ModelAndView empty() {
        permission.require(Duty.WRITE_CONTROLLED_DOCUMENT);
        return form(null, ControlledForm.empty());
    }

    @PostMapping
    ModelAndView begin(
            @ModelAttribute ControlledForm form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes flash)
            throws IOException {
        permission.require(Duty.WRITE_CONTROLLED_DOCUMENT);
        try {
            VersionView version = begin.begin(form.draft(file), null);
            flash.addFlashAttribute("toast", Toast.of("controlled.saved", version.documentNumber()));
            return new ModelAndView("redirect:/controlled-documents/" + version.documentId());
        } catch (RuleViolation refused) {
            return again(null, form, refused);
        }
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id) {
        permission.require(Duty.WRITE_CONTROLLED_DOCUMENT);
        DocumentView document = documents.byId(id);
        return form(document, ControlledForm.of(draft(document)));
    }

    @PostMapping("/{id}/draft")
    ModelAndView change(
            @PathVariable UUID id,
            @ModelAttribute ControlledForm form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes flash)
            throws IOException {
        permission.require(Duty.WRITE_CONTROLLED_DOCUMENT);
        DocumentView document = documents.byId(id);
        VersionView draft = draft(document);
        try {
            change.change(draft.id(), form.editionRead(), form.draft(file));
            flash.addFlashAttribute("toast", Toast.of("controlled.saved", document.number()));
            return new ModelAndView("redirect:/controlled-documents/" + id + "/versions/" + draft.id());
        } catch (RuleViolation refused) {
            return again(document, form, refused);
        }
    }

    private static VersionView draft(DocumentView document) {
        VersionView open = document.open();
        if (open == null) {
            throw new RuleViolation("controlled.not-a-draft");
        }
        return open;
    }

    private ModelAndView again(@Nullable DocumentView document, ControlledForm form, RuleViolation refused) {
        ModelAndView again = form(document, form);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again.addObject("problem", texts.problem(refused));
    }

    private ModelAndView form(@Nullable DocumentView document, ControlledForm form) {
        List<String> chosen = Objects.requireNonNullElse(form.readers(), List.of());
        List<Choice> roles = colleagues.roles().stream()
                .map(role -> new Choice(role.code(), role.name(), chosen.contains(role.code())))
                .toList();
        return new ModelAndView(
                "controlled/form",
                "page",
                document == null
                        ? new FormPage(null, null, null, form, roles)
                        : new FormPage(
                                document.id(),
                                document.number(),
                                draft(document).file(),
                                form,
                                roles));
    }
}
