package io.simbaerp.task.timing.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import io.simbaerp.task.timing.EndTimeRule;
import io.simbaerp.task.timing.SetTimeRule;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The time rules: whoever works on tasks sees them, administrators keep them. */
@Controller
@RequestMapping("/time-rules")
class TimeRuleController {

    private final TimeRulePages pages;
    private final SetTimeRule set;
    private final EndTimeRule end;
    private final RuleTexts texts;

    TimeRuleController(TimeRulePages pages, SetTimeRule set, EndTimeRule end, RuleTexts texts) {
        this.pages = pages;
        this.set = set;
        this.end = end;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView page() {
        return new ModelAndView("task/time-rules").addObject("page", pages.page(null));
    }

    @PostMapping
    ModelAndView set(@ModelAttribute TimeRuleForm form, RedirectAttributes flash) {
        try {
            set.set(form.draft());
        } catch (RuleViolation refused) {
            ModelAndView again = new ModelAndView("task/time-rules").addObject("page", pages.page(form));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again.addObject("problem", texts.problem(refused));
        }
        flash.addFlashAttribute("toast", Toast.of("timing.set"));
        return new ModelAndView("redirect:/time-rules");
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable UUID id, RedirectAttributes flash) {
        end.end(id);
        flash.addFlashAttribute("toast", Toast.of("timing.ended"));
        return "redirect:/time-rules";
    }
}
