package io.simbaerp.ledger.template.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.dimension.Axes;
import io.simbaerp.ledger.template.SaveTemplate;
import io.simbaerp.ledger.template.Templates;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Templates of entries: all of them, and the form of one below. */
@Controller
@RequestMapping("/ledger/templates")
class TemplateController {

    private final Templates templates;
    private final SaveTemplate save;
    private final Offer offer;
    private final Permission permission;
    private final RuleTexts texts;

    TemplateController(Templates templates, SaveTemplate save, Offer offer, Permission permission, RuleTexts texts) {
        this.templates = templates;
        this.save = save;
        this.offer = offer;
        this.permission = permission;
        this.texts = texts;
    }

    /** What the form offers. */
    @Component
    record Offer(JournalEntries entries, Axes axes) {}

    /** The templates and the form. */
    record TemplatesView(
            List<Templates.Template> templates,
            TemplateForm form,
            List<JournalEntries.JournalView> journals,
            List<Axes.Choice> axes,
            boolean posts) {}

    @GetMapping
    ModelAndView all(@RequestParam(required = false) @Nullable String code) {
        return page(
                code == null
                        ? TemplateForm.empty()
                        : TemplateForm.of(
                                templates.find(code).orElseThrow(() -> new NotFound("entry-template", code))));
    }

    @PostMapping
    ModelAndView save(@RequestParam MultiValueMap<String, String> sent, RedirectAttributes flash) {
        TemplateForm form = TemplateForm.of(sent);
        try {
            save.save(form.version(), form.draft(templates.currency()));
            flash.addFlashAttribute("toast", Toast.of("ledger.axis-saved", form.code()));
            return new ModelAndView("redirect:/ledger/templates");
        } catch (RuleViolation refused) {
            ModelAndView again = page(form.roomy());
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again.addObject("problem", texts.problem(refused));
        }
    }

    private ModelAndView page(TemplateForm form) {
        return new ModelAndView(
                "ledger/templates",
                "view",
                new TemplatesView(
                        templates.all(),
                        form,
                        offer.entries().journals(),
                        offer.axes().choices(),
                        permission.has(Duty.POST_JOURNAL_ENTRY)));
    }
}
