package io.simbaerp.identity.substitution.web;

import io.simbaerp.identity.substitution.ArrangeForColleague;
import io.simbaerp.identity.substitution.EndForColleague;
import io.simbaerp.identity.substitution.SubstitutionDraft;
import io.simbaerp.identity.substitution.SubstitutionsOfPeople;
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

/** Where an administrator arranges who acts for a colleague who can't. */
@Controller
@RequestMapping("/people/{id}/substitutions")
class ColleagueSubstitutionController {

    private final SubstitutionPages pages;
    private final SubstitutionsOfPeople substitutions;
    private final ArrangeForColleague arrange;
    private final EndForColleague end;
    private final SubstitutionForms forms;

    ColleagueSubstitutionController(
            SubstitutionPages pages,
            SubstitutionsOfPeople substitutions,
            ArrangeForColleague arrange,
            EndForColleague end,
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
        return "/people/" + person + "/substitutions";
    }

    private ModelAndView show(UUID person, SubstitutionDraft draft, @Nullable FormProblem problem) {
        return new ModelAndView("identity/colleague-substitutions")
                .addObject("page", pages.ofColleague(person, substitutions.of(person), draft))
                .addObject("problem", problem);
    }
}
