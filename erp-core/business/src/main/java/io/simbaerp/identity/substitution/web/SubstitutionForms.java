package io.simbaerp.identity.substitution.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.FormProblem;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the pages of substitutions answer, whoever arranges them: oneself, a superior or an administrator. */
@Component
class SubstitutionForms {

    private final RuleTexts texts;

    SubstitutionForms(RuleTexts texts) {
        this.texts = texts;
    }

    /**
     * @param place the page gone to when it is arranged
     * @param again the form as it was filled in, with what was refused
     */
    ModelAndView arranged(
            String place, Runnable arrange, Function<FormProblem, ModelAndView> again, RedirectAttributes flash) {
        try {
            arrange.run();
        } catch (RuleViolation refused) {
            ModelAndView page = again.apply(texts.problem(refused));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        flash.addFlashAttribute("toast", Toast.of("substitution.arranged"));
        return new ModelAndView("redirect:" + place);
    }

    /** @param place the page gone to in any case; it says what was refused */
    String ended(String place, Runnable end, RedirectAttributes flash) {
        try {
            end.run();
            flash.addFlashAttribute("toast", Toast.of("substitution.ended"));
        } catch (RuleViolation refused) {
            flash.addFlashAttribute("problem", texts.problem(refused));
        }
        return "redirect:" + place;
    }
}
