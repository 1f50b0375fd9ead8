package io.simbaerp.identity.superior.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.Colleagues;
import io.simbaerp.identity.superior.ReportingLineView;
import io.simbaerp.identity.superior.ReportingLines;
import io.simbaerp.identity.superior.SetSuperior;
import io.simbaerp.identity.superior.SuperiorDraft;
import io.simbaerp.page.FormProblem;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an administrator says to whom somebody reports. */
@Controller
@RequestMapping("/people/{id}/superior")
class SuperiorController {

    private final ReportingLines lines;
    private final SetSuperior setSuperior;
    private final Colleagues colleagues;
    private final RuleTexts texts;

    SuperiorController(ReportingLines lines, SetSuperior setSuperior, Colleagues colleagues, RuleTexts texts) {
        this.lines = lines;
        this.setSuperior = setSuperior;
        this.colleagues = colleagues;
        this.texts = texts;
    }

    /** What the page shows. */
    record Shown(
            UUID person,
            String name,
            List<ReportingLineView> lines,
            List<Colleagues.Colleague> colleagues,
            SuperiorDraft form) {}

    @GetMapping
    ModelAndView page(@PathVariable UUID id) {
        return show(id, new SuperiorDraft(null, null), null);
    }

    @PostMapping
    ModelAndView set(@PathVariable UUID id, @ModelAttribute SuperiorDraft draft, RedirectAttributes flash) {
        try {
            setSuperior.set(id, draft);
        } catch (RuleViolation refused) {
            ModelAndView page = show(id, draft, texts.problem(refused));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        flash.addFlashAttribute("toast", Toast.of("superior.done"));
        return new ModelAndView("redirect:/people/" + id + "/superior");
    }

    private ModelAndView show(UUID person, SuperiorDraft form, @Nullable FormProblem problem) {
        List<ReportingLineView> all = lines.of(person);
        List<Colleagues.Colleague> everybody = colleagues.holding(Duty.BELONG_TO_COMPANY);
        return new ModelAndView("identity/superior")
                .addObject(
                        "page",
                        new Shown(
                                person,
                                everybody.stream()
                                        .filter(one -> one.id().equals(person))
                                        .map(Colleagues.Colleague::name)
                                        .findFirst()
                                        .orElse(""),
                                all,
                                everybody.stream()
                                        .filter(one -> !one.id().equals(person))
                                        .toList(),
                                form))
                .addObject("problem", problem);
    }
}
