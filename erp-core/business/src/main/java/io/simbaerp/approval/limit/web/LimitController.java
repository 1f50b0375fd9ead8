package io.simbaerp.approval.limit.web;

import io.simbaerp.approval.limit.SetRollingLimit;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rolling limits, and the form that sets one. */
@Controller
@RequestMapping("/rolling-limits")
class LimitController {

    private final LimitPages pages;
    private final SetRollingLimit set;
    private final LimitEnds ends;
    private final Permission permission;
    private final CurrentCompany currentCompany;
    private final RuleTexts texts;

    LimitController(
            LimitPages pages,
            SetRollingLimit set,
            LimitEnds ends,
            Permission permission,
            CurrentCompany currentCompany,
            RuleTexts texts) {
        this.pages = pages;
        this.set = set;
        this.ends = ends;
        this.permission = permission;
        this.currentCompany = currentCompany;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView list() {
        return new ModelAndView("approval/limits").addObject("list", pages.list());
    }

    @GetMapping("/new")
    ModelAndView empty() {
        permission.require(Duty.ADMINISTER);
        return form(LimitForm.empty());
    }

    @PostMapping
    ModelAndView set(@ModelAttribute LimitForm form, RedirectAttributes flash) {
        try {
            set.set(form.draft(currentCompany.get().baseCurrency()));
            flash.addFlashAttribute("toast", Toast.of("approval.limit-saved"));
            return new ModelAndView("redirect:/rolling-limits");
        } catch (RuleViolation refused) {
            ModelAndView again = form(form);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again.addObject("problem", texts.problem(refused));
        }
    }

    @PostMapping("/{id}/end")
    String askToEnd(@PathVariable UUID id, @RequestParam(defaultValue = "") String comment, RedirectAttributes flash) {
        return done(flash, "approval.limit-end-asked", () -> ends.ask(id, comment));
    }

    @PostMapping("/{id}/end/agree")
    String end(@PathVariable UUID id, RedirectAttributes flash) {
        return done(flash, "approval.limit-ended", () -> ends.agree(id));
    }

    private ModelAndView form(LimitForm form) {
        return new ModelAndView("approval/limit-form").addObject("page", pages.form(form));
    }

    private String done(RedirectAttributes flash, String message, Runnable act) {
        try {
            act.run();
            flash.addFlashAttribute("toast", Toast.of(message));
        } catch (RuleViolation refused) {
            flash.addFlashAttribute("problem", texts.problem(refused));
        }
        return "redirect:/rolling-limits";
    }
}
