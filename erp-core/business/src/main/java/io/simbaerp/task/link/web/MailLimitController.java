package io.simbaerp.task.link.web;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.money.Money;
import io.simbaerp.page.EnteredNumber;
import io.simbaerp.page.FormProblem;
import io.simbaerp.page.NavigationEntry;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import io.simbaerp.task.link.MailLimit;
import io.simbaerp.task.link.SetMailLimit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Up to which amount links in mail decide: everybody sees it, administrators set it. */
@Controller
@RequestMapping("/mail-limit")
class MailLimitController {

    private static final int LONGEST = 20;

    private final MailLimit limit;
    private final SetMailLimit set;
    private final CurrentActor currentActor;
    private final RuleTexts texts;

    MailLimitController(MailLimit limit, SetMailLimit set, CurrentActor currentActor, RuleTexts texts) {
        this.limit = limit;
        this.set = set;
        this.currentActor = currentActor;
        this.texts = texts;
    }

    /** Where it is found. */
    @Configuration(proxyBeanMethods = false)
    static class Places {

        @Bean
        NavigationEntry mailLimitEntry() {
            return new NavigationEntry(
                    "mail-link.limit-title",
                    "/mail-limit",
                    Duty.ADMINISTER,
                    "check",
                    NavigationEntry.Group.CONTROL,
                    81,
                    null);
        }
    }

    /** The page. */
    record Shown(Money limit, boolean mayChange) {}

    @GetMapping
    ModelAndView page() {
        return show(null);
    }

    @PostMapping
    ModelAndView set(@RequestParam(required = false) @Nullable String amount, RedirectAttributes flash) {
        try {
            set.set(number(amount));
        } catch (RuleViolation refused) {
            ModelAndView again = show(texts.problem(refused));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        flash.addFlashAttribute("toast", Toast.of("mail-link.limit-set"));
        return new ModelAndView("redirect:/mail-limit");
    }

    private static @Nullable BigDecimal number(@Nullable String entered) {
        String plain = EnteredNumber.plain(entered);
        try {
            return plain == null || plain.length() > LONGEST ? null : new BigDecimal(plain);
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }

    private ModelAndView show(@Nullable FormProblem problem) {
        return new ModelAndView("task/mail-limit")
                .addObject("page", new Shown(limit.get(), currentActor.get().may(Duty.ADMINISTER)))
                .addObject("problem", problem);
    }
}
