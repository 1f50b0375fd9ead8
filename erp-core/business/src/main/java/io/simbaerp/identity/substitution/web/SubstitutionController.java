package io.simbaerp.identity.substitution.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.Memberships;
import io.simbaerp.identity.substitution.ActForColleague;
import io.simbaerp.identity.substitution.ArrangeSubstitution;
import io.simbaerp.identity.substitution.EndSubstitution;
import io.simbaerp.identity.substitution.SubstitutionDraft;
import io.simbaerp.identity.substitution.SubstitutionView;
import io.simbaerp.page.FormProblem;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import jakarta.servlet.http.HttpSession;
import java.util.List;
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

/** Who acts for the reader and for whom the reader may act; the change into another's work and back. */
@Controller
@RequestMapping(SubstitutionController.PLACE)
class SubstitutionController {

    static final String PLACE = "/substitutions";

    private final SubstitutionPages pages;
    private final ArrangeSubstitution arrange;
    private final EndSubstitution end;
    private final ActForColleague actForColleague;
    private final SubstitutionForms forms;
    private final RuleTexts texts;

    SubstitutionController(
            SubstitutionPages pages,
            ArrangeSubstitution arrange,
            EndSubstitution end,
            ActForColleague actForColleague,
            SubstitutionForms forms,
            RuleTexts texts) {
        this.pages = pages;
        this.arrange = arrange;
        this.end = end;
        this.actForColleague = actForColleague;
        this.forms = forms;
        this.texts = texts;
    }

    /** What the card of the home page lists. */
    record Card(List<SubstitutionView> open) {}

    @GetMapping
    ModelAndView page() {
        return show(pages.empty(), null);
    }

    @PostMapping
    ModelAndView arrange(@ModelAttribute SubstitutionDraft draft, RedirectAttributes flash) {
        return forms.arranged(PLACE, () -> arrange.arrange(draft), problem -> show(draft, problem), flash);
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable UUID id, RedirectAttributes flash) {
        return forms.ended(PLACE, () -> end.end(id), flash);
    }

    /** From now on the session does this colleague's work, until it is stopped or the substitution ends. */
    @PostMapping("/{id}/act")
    String act(@PathVariable UUID id, HttpSession session, RedirectAttributes flash) {
        try {
            SubstitutionView substitution = actForColleague.begin(id);
            session.setAttribute(Memberships.ON_BEHALF_IN_SESSION, substitution.person());
            flash.addFlashAttribute("toast", Toast.of("substitution.begun", substitution.personName()));
            return "redirect:/tasks";
        } catch (RuleViolation refused) {
            flash.addFlashAttribute("problem", texts.problem(refused));
            return "redirect:" + PLACE;
        }
    }

    @PostMapping("/stop")
    String stop(HttpSession session, RedirectAttributes flash) {
        session.removeAttribute(Memberships.ON_BEHALF_IN_SESSION);
        flash.addFlashAttribute("toast", Toast.of("substitution.stopped"));
        return "redirect:/tasks";
    }

    private ModelAndView show(SubstitutionDraft draft, @Nullable FormProblem problem) {
        return new ModelAndView("identity/substitutions")
                .addObject("page", pages.page(draft))
                .addObject("problem", problem);
    }
}
