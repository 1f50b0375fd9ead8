package io.simbaerp.identity.substitution.web;

import io.simbaerp.identity.substitution.ArrangeForReport;
import io.simbaerp.identity.substitution.EndForReport;
import io.simbaerp.identity.substitution.SubstitutionDraft;
import io.simbaerp.identity.substitution.SubstitutionsOfReports;
import io.simbaerp.page.FormProblem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final SubstitutionForms forms;

    ReportSubstitutionController(
            SubstitutionPages pages,
            SubstitutionsOfReports substitutions,
            ArrangeForReport arrange,
            EndForReport end,
            SubstitutionForms forms) {
        this.pages = pages;
        this.substitutions = substitutions;
        this.arrange = arrange;
        this.end = end;
        this.forms = forms;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID id) {
        return show(id, pages.empty(), null);
    }

    @PostMapping
    ModelAndView arrange(@PathVariable UUID id, @ModelAttribute SubstitutionDraft draft, RedirectAttributes flash) {
        return forms.arranged(
                placeOf(id), () -> arrange.arrange(id, draft), problem -> show(id, draft, problem), flash);
    }

    @PostMapping("/{substitution}/end")
    String end(@PathVariable UUID id, @PathVariable UUID substitution, RedirectAttributes flash) {
        return forms.ended(placeOf(id), () -> end.end(id, substitution), flash);
    }

    private static String placeOf(UUID person) {
        return "/my-people/" + person + "/substitutions";
    }

    private ModelAndView show(UUID person, SubstitutionDraft draft, @Nullable FormProblem problem) {
        return new ModelAndView("identity/colleague-substitutions")
                .addObject("page", pages.ofReport(person, substitutions.of(person), draft))
                .addObject("problem", problem);
    }
}
