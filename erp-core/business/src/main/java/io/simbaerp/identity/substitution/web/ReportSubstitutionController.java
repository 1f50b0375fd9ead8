package io.simbaerp.identity.substitution.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.substitution.ArrangeForReport;
import io.simbaerp.identity.substitution.EndForReport;
import io.simbaerp.identity.substitution.SubstitutionDraft;
import io.simbaerp.identity.substitution.SubstitutionsOfReports;
import io.simbaerp.page.FormProblem;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
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

/** Where a superior arranges who acts for one of their people who can't. */
@Controller
@RequestMapping("/my-people/{id}/substitutions")
class ReportSubstitutionController {

    private final SubstitutionPages pages;
    private final SubstitutionsOfReports substitutions;
    private final ArrangeForReport arrange;
    private final EndForReport end;
    private final RuleTexts texts;

    ReportSubstitutionController(
            SubstitutionPages pages,
            SubstitutionsOfReports substitutions,
            ArrangeForReport arrange,
            EndForReport end,
            RuleTexts texts) {
        this.pages = pages;
        this.substitutions = substitutions;
        this.arrange = arrange;
        this.end = end;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID id) {
        return show(id, pages.empty(), null);
    }

    @PostMapping
    ModelAndView arrange(@PathVariable UUID id, @ModelAttribute SubstitutionDraft draft, RedirectAttributes flash) {
        try {
            arrange.arrange(id, draft);
        } catch (RuleViolation refused) {
            ModelAndView page = show(id, draft, texts.problem(refused));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        flash.addFlashAttribute("toast", Toast.of("substitution.arranged"));
        return new ModelAndView("redirect:/my-people/" + id + "/substitutions");
    }

    @PostMapping("/{substitution}/end")
    String end(@PathVariable UUID id, @PathVariable UUID substitution, RedirectAttributes flash) {
        try {
            end.end(id, substitution);
            flash.addFlashAttribute("toast", Toast.of("substitution.ended"));
        } catch (RuleViolation refused) {
            flash.addFlashAttribute("problem", texts.problem(refused));
        }
        return "redirect:/my-people/" + id + "/substitutions";
    }

    private ModelAndView show(UUID person, SubstitutionDraft draft, @Nullable FormProblem problem) {
        return new ModelAndView("identity/colleague-substitutions")
                .addObject("page", pages.ofReport(person, substitutions.of(person), draft))
                .addObject("problem", problem);
    }
}
